import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOffset, keyRange, packKey, unpackKey } from '../../../../src/main/db/keys'
import { titleKey, type MediaKind } from '../../../../src/shared/media'

const kinds = fc.constantFrom<MediaKind>('anime', 'manga')
const owners = fc.integer({ min: 1, max: 100_000 })
const ids = fc.integer({ min: 1, max: 2 ** 32 - 1 })

test('owner, kind and id come out of a key as they went in', () => {
  fc.assert(
    fc.property(owners, kinds, ids, (owner, kind, id) => {
      const title = titleKey(kind, id)
      const key = packKey(owner, title)
      expect(Number.isSafeInteger(key)).toBe(true)
      expect(unpackKey(key)).toEqual({ owner, title })
    }),
  )
})

test('the titles of an owner and kind lie in their range and in no other', () => {
  fc.assert(
    fc.property(owners, kinds, ids, owners, kinds, (owner, kind, id, other, otherKind) => {
      const key = packKey(owner, titleKey(kind, id))
      const { first, end } = keyRange(other, otherKind)
      expect(key >= first && key < end).toBe(owner === other && kind === otherKind)
    }),
  )
})

test('the range of both kinds is the ranges of each, side by side', () => {
  const whole = keyRange(7, null)
  expect(whole.first).toBe(keyRange(7, 'anime').first)
  expect(keyRange(7, 'anime').end).toBe(keyRange(7, 'manga').first)
  expect(whole.end).toBe(keyRange(7, 'manga').end)
  expect(whole.end).toBe(keyRange(8, null).first)
})

test("the key of a title in its realm is the account's key, moved by the offset", () => {
  fc.assert(
    fc.property(owners, owners, kinds, ids, (account, realm, kind, id) => {
      const title = titleKey(kind, id)
      expect(packKey(account, title) + keyOffset(account, realm)).toBe(packKey(realm, title))
    }),
  )
})
