/** What a picture's first bytes say it is. SVG is not among them: it can hold more than a picture. */
const signatures: readonly [type: string, matches: (bytes: Buffer) => boolean][] = [
  ['image/jpeg', (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff])],
  ['image/png', (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/gif', (bytes) => ['GIF87a', 'GIF89a'].includes(text(bytes, 0, 6))],
  ['image/webp', (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP'],
  ['image/avif', (bytes) => ['ftypavif', 'ftypavis'].includes(text(bytes, 4, 12))],
]

/** The content type of a picture by its own bytes; `null` when it is none that we show. */
export function pictureType(bytes: Buffer): string | null {
  return signatures.find(([, matches]) => matches(bytes))?.[0] ?? null
}

function startsWith(bytes: Buffer, expected: readonly number[]) {
  return expected.every((byte, at) => bytes[at] === byte)
}

function text(bytes: Buffer, from: number, to: number) {
  return bytes.toString('latin1', from, to)
}
