import { describe, expect, test } from 'vitest'
import { packKey } from '../../../../src/main/db/keys'
import { createFreshness, freshForMs } from '../../../../src/main/queue/freshness'

const key = packKey(1, 'anime:5')
const manga = packKey(1, 'manga:5')
const stranger = packKey(2, 'anime:5')

describe('a title', () => {
  test('is not fresh before anything was heard of it', () => {
    expect(createFreshness().isFresh(key, 0)).toBe(false)
  })

  test('is fresh for five minutes from when it was asked for', () => {
    const freshness = createFreshness()
    freshness.heard(key, 1_000)
    expect(freshness.isFresh(key, 1_000 + freshForMs - 1)).toBe(true)
    expect(freshness.isFresh(key, 1_000 + freshForMs)).toBe(false)
    expect(freshForMs).toBe(300_000)
  })

  test('is as fresh as the whole list of its kind and account', () => {
    const freshness = createFreshness()
    freshness.heardWhole(1, 'anime', 1_000)
    expect(freshness.isFresh(key, 2_000)).toBe(true)
    expect(freshness.isFresh(manga, 2_000)).toBe(false)
    expect(freshness.isFresh(stranger, 2_000)).toBe(false)
  })

  test('is no less fresh for an older list that comes late', () => {
    const freshness = createFreshness()
    freshness.heardWhole(1, 'anime', 9_000)
    freshness.heardWhole(1, 'anime', 1_000)
    expect(freshness.isFresh(key, 8_000 + freshForMs)).toBe(true)
  })

  test('in doubt is not fresh until it was asked for later', () => {
    const freshness = createFreshness()
    freshness.heard(key, 1_000)
    freshness.doubt(key, 2_000)
    expect(freshness.isFresh(key, 2_001)).toBe(false)
    freshness.heard(key, 2_000)
    expect(freshness.isFresh(key, 2_001)).toBe(false)
    freshness.heard(key, 2_001)
    expect(freshness.isFresh(key, 2_002)).toBe(true)
  })
})

describe('an answer', () => {
  test('is old news when something was heard after it was asked for', () => {
    const freshness = createFreshness()
    freshness.heard(key, 1_000)
    expect(freshness.isNewerThan(key, 999)).toBe(true)
    expect(freshness.isNewerThan(key, 1_000)).toBe(false)
  })

  test('is old news until the answer to a write came, not only until it left', () => {
    const freshness = createFreshness()
    freshness.heard(key, 1_000, 5_000)
    expect(freshness.isNewerThan(key, 4_000)).toBe(true)
    expect(freshness.crossed(key, 4_000)).toBe(true)
    expect(freshness.crossed(key, 1_000)).toBe(false)
    expect(freshness.crossed(key, 5_000)).toBe(false)
    // What a write told counts from when it left.
    expect(freshness.isFresh(key, 1_000 + freshForMs)).toBe(false)
  })

  test('is old news after a newer list, even if that did not show the title', () => {
    const freshness = createFreshness()
    freshness.heardWhole(1, 'anime', 5_000)
    expect(freshness.isNewerThan(key, 4_000)).toBe(true)
    expect(freshness.wasMetAfter(key, 4_000)).toBe(false)
  })

  test('is old news when something got lost after it was asked for', () => {
    const freshness = createFreshness()
    freshness.doubt(key, 5_000)
    expect(freshness.isNewerThan(key, 4_000)).toBe(true)
    expect(freshness.wasMetAfter(key, 4_000)).toBe(true)
    expect(freshness.isNewerThan(key, 5_000)).toBe(false)
  })

  test('of a title that a list did not show is not fresh, and does not speak for it', () => {
    const freshness = createFreshness()
    freshness.heardWhole(1, 'anime', 5_000)
    freshness.missed(key, 6_000)
    expect(freshness.isFresh(key, 7_000)).toBe(false)
    expect(freshness.wasMetAfter(key, 5_500)).toBe(false)
    freshness.heard(key, 8_000)
    expect(freshness.isFresh(key, 9_000)).toBe(true)
  })

  test('keeps protecting a title that a whole list showed', () => {
    const freshness = createFreshness()
    freshness.heard(key, 5_000)
    freshness.heardWhole(1, 'anime', 5_000)
    expect(freshness.wasMetAfter(key, 4_000)).toBe(true)
    freshness.heardWhole(1, 'anime', 6_000)
    expect(freshness.wasMetAfter(key, 4_000)).toBe(false)
  })
})
