import { types } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCodec } from '../../electron/codec.ts'

const codec = createCodec({ refuse: types.isProxy })
const overJson = (value: unknown) =>
  codec.decode(JSON.parse(JSON.stringify(codec.encode(value))) as ReturnType<typeof codec.encode>)

describe('what crosses between processes', () => {
  test('is what structured cloning makes of it, for anything that can be cloned', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
    })

    fc.assert(
      fc.property(anything, (value) => {
        expect(overJson(value)).toEqual(structuredClone(value))
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  test('goes as it is when JSON can carry it, which is quick', () => {
    const value = { list: [1, 'two', null, true, { deep: 3.5 }], empty: {} }

    expect(codec.encode(value)).toEqual({ plain: value })
  })

  test.each([
    ['a missing value', { a: undefined }],
    ['minus zero', [-0]],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a hole', [1, , 3]],
    [
      'a class of ours',
      new (class Point {
        x = 1
      })(),
    ],
  ])('takes the longer way for %s', (_name, value) => {
    expect(codec.encode(value)).toHaveProperty('graph')
    expect(overJson(value)).toEqual(structuredClone(value))
  })

  test('keeps who is the same as whom, in circles too', () => {
    const shared = { name: 'shared' }
    const circle: Record<string, unknown> = { first: shared, second: shared }
    circle['self'] = circle

    const got = overJson(circle) as typeof circle

    expect(got['self']).toBe(got)
    expect(got['first']).toBe(got['second'])
    expect(got['first']).not.toBe(shared)
  })

  test('keeps the kind and the words of an error', () => {
    const got = overJson(new RangeError('too far'))

    expect(got).toBeInstanceOf(RangeError)
    expect((got as Error).message).toBe('too far')
  })

  test('carries a key that would otherwise change the prototype', () => {
    const value = JSON.parse('{"__proto__": {"polluted": true}, "gone": null}') as object
    Object.assign(value, { gone: undefined })

    const got = overJson(value) as Record<string, unknown>

    expect(Object.keys(got)).toEqual(['__proto__', 'gone'])
    expect(got['polluted']).toBeUndefined()
  })

  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a Proxy', new Proxy({}, {})],
    ['a Proxy deep inside', { list: [new Proxy([], {})] }],
    [
      'a function beside a circle',
      (() => {
        const circle: Record<string, unknown> = { call: () => 1 }
        circle['self'] = circle
        return circle
      })(),
    ],
  ])('refuses %s with the words of Electron', (_name, value) => {
    expect(() => codec.encode(value)).toThrow('An object could not be cloned.')
  })
})

test('special values go through the hooks of the bridge', () => {
  const bridge = createCodec({
    encodeSpecial: (value) => (typeof value === 'function' ? { name: 'call' } : undefined),
    decodeSpecial: (code) => (code as { name: string }).name,
  })

  expect(bridge.decode(bridge.encode({ act: () => 1, list: [() => 2] }))).toEqual({
    act: 'call',
    list: ['call'],
  })
})
