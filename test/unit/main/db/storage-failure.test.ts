import { expect, test } from 'vitest'
import { storageFailure, storageReason } from '../../../../src/main/db/storage-failure'
import { AppError, toFailure } from '../../../../src/shared/failure'

const sqlite = (errcode: number) => Object.assign(new Error('SQLite says no'), { errcode })

test.each([
  [5, 'busy'],
  [8, 'read-only'],
  [10, 'disk'],
  [11, 'damaged'],
  [13, 'disk-full'],
  [14, 'cannot-open'],
  [26, 'damaged'],
  [1, 'disk'],
])('SQLite error %i is %s', (code, reason) => {
  expect(storageReason(sqlite(code))).toBe(reason)
  const failure = toFailure(storageFailure(sqlite(code)))
  expect(failure).toEqual({ code: 'storage', reason, detail: 'SQLite says no' })
})

test('an extended code counts as the code that it extends', () => {
  // SQLITE_IOERR_FSYNC
  expect(storageReason(sqlite(1_034))).toBe('disk')
})

test('what is no error of SQLite passes through', () => {
  const own = new AppError({ code: 'gone' })
  const other = new TypeError('a bug')
  expect(storageFailure(own)).toBe(own)
  expect(storageFailure(other)).toBe(other)
  expect(storageFailure('text')).toBeInstanceOf(Error)
  expect(storageReason(other)).toBeNull()
  expect(storageReason('text')).toBeNull()
})
