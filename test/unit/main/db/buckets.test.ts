import { expect, test } from 'vitest'
import { createBucketStore } from '../../../../src/main/db/buckets'
import { memoryTables } from '../../../support/tables'

test('how full a limit is survives, each limit of each realm by itself', () => {
  const { db } = memoryTables()
  const one = createBucketStore(db, 1)
  const two = createBucketStore(db, 2)
  one.write('api', { busy: 3, pauseMs: 60_000, savedAt: 12 })
  two.write('api', { busy: 1, pauseMs: 0, savedAt: 13 })

  expect(one.read('api')).toEqual({ busy: 3, pauseMs: 60_000, savedAt: 12 })
  expect(two.read('api')).toEqual({ busy: 1, pauseMs: 0, savedAt: 13 })
  expect(one.read('put')).toBeNull()

  one.write('api', { busy: 4, pauseMs: 0, savedAt: 14 })
  expect(one.read('api')).toEqual({ busy: 4, pauseMs: 0, savedAt: 14 })
})

test('parts of a millisecond are rounded to the careful side', () => {
  const store = createBucketStore(memoryTables().db, 1)
  store.write('api', { busy: 1, pauseMs: 10.1, savedAt: 99.9 })
  expect(store.read('api')).toEqual({ busy: 1, pauseMs: 11, savedAt: 99 })
})
