import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRepairCounter, decodeText } from '../../../../../src/main/backup/bytes/text'
import { runs } from '../support/arbitrary'
import { bytesOf } from '../support/fixtures'

const parameters = { numRuns: runs * 2 }

test('text that is UTF-8 is read as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'))

      expect(decodeText(bytesOf(text))).toEqual({ text, repairedAt: [] })
    }),
    parameters,
  )
})

test('a byte order mark belongs to no text', () => {
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))?.text).toBe('a')
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))?.text).toBe('a')
  expect(decodeText(new Uint8Array([0xfe, 0xff, 0x00, 0x61]))?.text).toBe('a')
})

test('each wrong byte is one mark of Windows-1252, at the place that is told', () => {
  const wrong = fc.constantFrom(0x80, 0xc0, 0xe9, 0xf5, 0xff)
  const piece = fc.string({ unit: 'grapheme', maxLength: 10 })
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, wrong), { minLength: 1, maxLength: 6 }), (pieces) => {
      const bytes = pieces.flatMap(([text, byte]) => [...bytesOf(`${text};`), byte])
      const latin = new TextDecoder('windows-1252')

      const decoded = decodeText(new Uint8Array(bytes))

      const text = pieces.map(([own, byte]) => `${own};${latin.decode(new Uint8Array([byte]))}`)
      expect(decoded?.text).toBe(text.join(''))
      const places = decoded?.repairedAt ?? []
      expect(places).toHaveLength(pieces.length)
      for (const place of places) expect(decoded?.text[place - 1]).toBe(';')
    }),
    parameters,
  )
})

test('any bytes without nulls become text or nothing, and never an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeText(bytes)

      if (decoded === null) expect(bytes).toContain(0)
      else expect([...decoded.repairedAt].sort((a, b) => a - b)).toEqual(decoded.repairedAt)
    }),
    parameters,
  )
})

test.each([
  ['an overlong form', [0xc0, 0xaf]],
  ['an overlong form of three', [0xe0, 0x80, 0xaf]],
  ['half a surrogate pair', [0xed, 0xa0, 0x80]],
  ['a code point beyond the last', [0xf4, 0x90, 0x80, 0x80]],
  ['a sequence that ends early', [0xe3, 0x81]],
])('%s is wrong byte by byte', (_name, bytes) => {
  expect(decodeText(new Uint8Array([0x61, ...bytes]))?.repairedAt).toEqual(
    bytes.map((_, at) => at + 1),
  )
})

test('right sequences of every length are kept whole beside a wrong byte', () => {
  const text = 'aé\u0800\ud7ff\ue000\uffff𐀀\u{10ffff}'

  expect(decodeText(new Uint8Array([...bytesOf(text), 0xff]))).toEqual({
    text: `${text}ÿ`,
    repairedAt: [text.length],
  })
})

test('a null means that it is no text', () => {
  expect(decodeText(new Uint8Array([0x61, 0x00, 0x62]))).toBeNull()
})

test('an encoding that nobody knows is as good as none', () => {
  const head = bytesOf('<?xml version="1.0" encoding="klingon"?><a>')

  expect(decodeText(new Uint8Array([...head, 0xe9]))?.text).toContain('<a>é')
})

test('an encoding that is declared wrongly does not spoil UTF-8', () => {
  const text = '<?xml version="1.0" encoding="windows-1251"?><a>é続</a>'

  expect(decodeText(bytesOf(text))?.text).toBe(text)
})

test('the counter counts each place once, going forwards', () => {
  const counter = createRepairCounter([1, 5, 5, 9])

  expect(counter.until(5)).toBe(1)
  expect(counter.until(6)).toBe(2)
  expect(counter.until(6)).toBe(0)
  expect(counter.until(100)).toBe(1)
  expect(counter.until(100)).toBe(0)
})
