/** What XML 1.0 cannot hold at all: most control characters, lone surrogates, two non-characters. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

export function holdsForbidden(text: string): boolean {
  forbidden.lastIndex = 0
  return forbidden.test(text)
}

/** Text as XML reads it back, without the characters that it cannot hold. */
export function xmlText(text: string): string {
  const clean = text.replace(forbidden, '')
  // A carriage return becomes a line feed when read, unless it is a reference; CDATA has none.
  if (!/[\r]|\]\]>/.test(clean)) return clean === '' ? '' : `<![CDATA[${clean}]]>`
  return clean.replace(/[&<>\r]/g, (mark) => `&#${mark.codePointAt(0)};`)
}
