import fc from 'fast-check'
import { gzipSync, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { gunzip, isGzip } from '../../../../../src/main/backup/bytes/gzip'
import { isZip, unzip } from '../../../../../src/main/backup/bytes/zip'
import { createContext } from '../../../../../src/main/backup/context'
import { runs } from '../support/arbitrary'
import { failureOf } from '../support/fixtures'

const context = createContext({})
const small = createContext({ limits: { bytes: 1000 } })
const content = fc.uint8Array({ minLength: 1, maxLength: 3000 })

test('gzip gives back what went in', () => {
  fc.assert(
    fc.property(content, (bytes) => {
      const packed = gzipSync(bytes, { mtime: 0 })

      expect(isGzip(packed)).toBe(true)
      expect(gunzip(packed, context)).toEqual({ bytes, damaged: false })
    }),
    { numRuns: runs },
  )
})

test('gzip of more than one slice gives back what went in', () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 251)

  expect(gunzip(gzipSync(bytes, { level: 0 }), context)).toEqual({ bytes, damaged: false })
})

test('a zip gives back its files, in their order', () => {
  fc.assert(
    fc.property(fc.array(content, { minLength: 1, maxLength: 5 }), (files) => {
      const packed = zipSync(Object.fromEntries(files.map((bytes, at) => [`f${at}`, bytes])), {
        mtime: '2020-01-01',
      })

      expect(isZip(packed)).toBe(true)
      expect(unzip(packed, context)).toEqual(files.map((bytes) => ({ bytes, damaged: false })))
    }),
    { numRuns: runs },
  )
})

test('folders and empty files of a zip are passed over', () => {
  const packed = zipSync({ folder: { 'a.txt': strToU8('x'), empty: new Uint8Array() } })

  expect(unzip(packed, context).map(({ bytes }) => [...bytes])).toEqual([[0x78]])
})

test('exactly as much as is allowed is unpacked, one byte more is not', () => {
  const fits = new Uint8Array(1000)
  const tooMuch = new Uint8Array(1001)

  expect(gunzip(gzipSync(fits), small).bytes).toHaveLength(1000)
  expect(failureOf(() => gunzip(gzipSync(tooMuch), small)).reason).toBe('too-big')
  expect(unzip(zipSync({ fits }), small)).toHaveLength(1)
  expect(failureOf(() => unzip(zipSync({ tooMuch }), small)).reason).toBe('too-big')
  const halves = { a: new Uint8Array(600), b: new Uint8Array(600) }
  expect(failureOf(() => unzip(zipSync(halves), small)).reason).toBe('too-big')
})

test('a zip that lies about sizes is stopped by what comes out of it', () => {
  const packed = zipSync({ a: new Uint8Array(100_000) })
  const lying = packed.slice()
  for (let at = 0; at < lying.length - 4; at++) {
    const isSize = lying[at] === 0xa0 && lying[at + 1] === 0x86 && lying[at + 2] === 0x01
    if (isSize) lying.set([10, 0, 0], at)
  }

  expect(lying).not.toEqual(packed)
  expect(failureOf(() => unzip(lying, small)).reason).toBe('too-big')
})

test('damaged packing gives what it can, or words', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => (at * at * 31) % 253)
  const packed = gzipSync(bytes)

  const cut = gunzip(packed.subarray(0, Math.floor(packed.length / 2)), context)

  expect(cut.damaged).toBe(true)
  expect(cut.bytes.length).toBeGreaterThan(0)
  expect(cut.bytes).toEqual(bytes.subarray(0, cut.bytes.length))
  expect(failureOf(() => gunzip(packed.subarray(0, 8), context)).reason).toBe('damaged-file')
  expect(failureOf(() => unzip(zipSync({}), context)).reason).toBe('damaged-file')
})

test('packing tells how far it is, and stops when nobody waits', () => {
  const bytes = gzipSync(
    Uint8Array.from({ length: 200_000 }, (_, at) => (at * at) % 256),
    {
      level: 0,
    },
  )
  const told: number[] = []
  const telling = createContext({ progress: (done) => void told.push(done) })

  expect(gunzip(bytes, telling).damaged).toBe(false)
  expect(told).toEqual([0, bytes.length])
  told.length = 0
  expect(gunzip(bytes.subarray(0, -9), telling).damaged).toBe(true)
  expect(told.length).toBeGreaterThan(5)
  expect(told).toEqual([...told].sort((a, b) => a - b))
  const stopped = createContext({ isCancelled: () => true })
  expect(failureOf(() => gunzip(bytes, stopped)).code).toBe('cancelled')
  expect(failureOf(() => unzip(zipSync({ a: bytes }), stopped)).code).toBe('cancelled')
})
