import fc from 'fast-check'
import Papa from 'papaparse'
import { Writer } from 'protobufjs/minimal.js'
import { expect, test } from 'vitest'
import { createContext, forEachTicking } from '../../../../../src/main/backup/context'
import { csvHeader, readCsv } from '../../../../../src/main/backup/csv'
import { decodeMessage, type WireSchema } from '../../../../../src/main/backup/protobuf'
import { runs } from '../support/arbitrary'
import { failureOf } from '../support/fixtures'

const context = createContext({})

test('a table gives back its cells, whatever stands in them', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', ';', '\t', ' x ', ''),
  )
  const table = fc.array(
    fc.tuple(fc.string({ minLength: 1, unit: fc.constantFrom(...'abc') }), cell, cell),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
      const text = Papa.unparse({ fields: ['one', 'two', 'three'], data: rows }, { newline })

      expect(readCsv(text, context).rows).toEqual(
        rows.map(([one, two, three]) => ({ one, two, three })),
      )
    }),
    { numRuns: runs * 2 },
  )
})

test('reads the names of the columns, whatever divides them', () => {
  expect(csvHeader('a, b ,"c d"\n1,2,3')).toEqual(['a', 'b', 'c d'])
  expect(csvHeader('\n a;b;c')).toEqual(['a', 'b', 'c'])
  expect(csvHeader('a\tb,c\td')).toEqual(['a', 'b,c', 'd'])
  expect(csvHeader('no table')).toBeNull()
  expect(csvHeader('<a,b>')).toBeNull()
  expect(csvHeader('')).toBeNull()
})

test('says which rows of a table are crooked', () => {
  const { rows, crooked } = readCsv('a,b\n1,2\n1,2,3\n"x "y" z",2\n4,5\n', context)

  expect(rows).toEqual([
    { a: '1', b: '2' },
    { a: '1', b: '2', '+1': '3' },
    { a: 'x "y" z', b: '2' },
    { a: '4', b: '5' },
  ])
  expect([...crooked]).toEqual([2, 3])
})

test('a quote that is never closed swallows what follows, but not in silence', () => {
  const { rows, crooked } = readCsv('a,b\n1,2\n"3,4\n5,6\n', context)

  expect(rows).toHaveLength(2)
  expect([...crooked]).toEqual([2])
})

test('a table without rows has none', () => {
  expect(readCsv('a,b\n', context).rows).toEqual([])
  expect(readCsv('a,b', context).rows).toEqual([])
})

test('a row that is too short lacks its last cells', () => {
  expect(readCsv('a,b,c\n1,2\n', context).rows).toEqual([{ a: '1', b: '2' }])
})

const inner: WireSchema = new Map([[1, ['value', 'number']]])
const schema: WireSchema = new Map([
  [1, ['name', 'text']],
  [2, ['count', 'number']],
  [3, ['is', 'flag']],
  [4, ['part', inner]],
  [5, ['raw', 'later']],
])

const decode = (bytes: Uint8Array, most = 1000) => decodeMessage(bytes, schema, most)

test('decodes what the schema knows and passes over the rest', () => {
  const bytes = Writer.create()
    .uint32((1 << 3) | 2)
    .string('続き')
    .uint32((9 << 3) | 2)
    .string('unknown')
    .uint32((8 << 3) | 1)
    .double(1)
    .uint32((7 << 3) | 5)
    .float(1)
    .uint32((6 << 3) | 0)
    .int64(-1)
    .uint32((3 << 3) | 0)
    .bool(true)
    .uint32((5 << 3) | 2)
    .bytes(new Uint8Array([1, 2]))
    .finish()

  const message = decode(bytes)

  expect([...message.keys()]).toEqual(['name', 'is', 'raw'])
  expect(message.get('name')).toEqual(['続き'])
  expect(message.get('is')).toEqual([1])
  expect([...(message.get('raw')?.[0] as Uint8Array)]).toEqual([1, 2])
})

test('takes a number in whatever form it is written', () => {
  const bytes = Writer.create()
    .uint32((2 << 3) | 0)
    .int64(1_600_000_000_000)
    .uint32((2 << 3) | 5)
    .float(1.5)
    .uint32((2 << 3) | 1)
    .double(0.1)
    .uint32((2 << 3) | 0)
    .int64(-7)
    .finish()

  expect(decode(bytes).get('count')).toEqual([1_600_000_000_000, 1.5, 0.1, -7])
})

test('keeps repeated messages in their order', () => {
  const writer = Writer.create()
  for (const value of [3, 1, 2]) {
    writer
      .uint32((4 << 3) | 2)
      .fork()
      .uint32(1 << 3)
      .int32(value)
      .ldelim()
  }

  const parts = decode(writer.finish()).get('part') as ReadonlyMap<string, unknown>[]

  expect(parts.map((part) => part.get('value'))).toEqual([[3], [1], [2]])
})

test('throws at what is no message, and never reads beyond the end', () => {
  const wrong: readonly (readonly number[])[] = [
    [0x0a, 0x05, 0x61],
    [0x22, 0x7f],
    [0x22, 0x03, 0x08, 0x80, 0x80],
    [0x0f],
    [0x08, 0x01],
    [0x00],
    [0x10],
  ]
  for (const bytes of wrong) expect(() => decode(new Uint8Array(bytes))).toThrow()
})

test('stops counting at its limit', () => {
  const writer = Writer.create()
  for (let at = 0; at < 11; at++) writer.uint32(2 << 3).int32(at)
  const bytes = writer.finish()

  expect(decode(bytes, 11).get('count')).toHaveLength(11)
  expect(failureOf(() => decode(bytes, 10)).reason).toBe('too-big')
})

test('any bytes are a message or an error, and end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      try {
        expect(decode(bytes).size).toBeLessThanOrEqual(5)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
      }
    }),
    { numRuns: runs * 3 },
  )
})

test('a long walk tells how far it is every five hundred steps', () => {
  const told: number[] = []
  const seen: number[] = []

  forEachTicking(
    Array.from({ length: 1001 }, (_, at) => at),
    { tick: (done) => void told.push(done) },
    (item) => void seen.push(item),
  )

  expect(told).toEqual([0, 500, 1000])
  expect(seen).toHaveLength(1001)
})
