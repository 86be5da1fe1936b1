import { crc32, deflateSync } from 'node:zlib'
import { json } from '../core/reply'
import type { SandboxReply } from '../core/wire'
import { createRandom } from '../core/random'

const sizes: Readonly<Record<string, [number, number]>> = {
  medium: [100, 143],
  large: [230, 329],
  extraLarge: [460, 658],
}

/** The picture for a path such as `covers/1.png`: a plate in two colours of the title's own. */
export function pictureReply(path: string, size = 'large'): SandboxReply {
  const id = Number(/(\d+)\.png$/.exec(path)?.[1])
  if (!id) return json({ error: 'No such picture' }, 404)
  const [width, height] = sizes[size] ?? [230, 329]
  return {
    status: 200,
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' },
    body: plate(id, width, height),
  }
}

/** A PNG with a band across its lower third. */
function plate(seed: number, width: number, height: number): Uint8Array {
  const random = createRandom(seed)
  const colour = [0, 1, 2].map(() => 60 + Math.floor(random() * 150))
  const row = (shade: number): Buffer => {
    const pixel = Buffer.from(colour.map((part) => Math.floor(part * shade)))
    return Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => pixel)])
  }
  const light = row(1)
  const dark = row(0.6)
  const rows = Array.from({ length: height }, (_, y) => (y > height * 0.68 ? dark : light))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
