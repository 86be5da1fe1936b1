import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { newestVersion, openDatabase, openForReading } from '../../../../src/main/db/database'
import { AppError, toFailure } from '../../../../src/shared/failure'
import { tempFolder } from '../../../support/temp-folder'

const fileIn = () => join(tempFolder(), 'library.db')

function failureOf(run: () => unknown) {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return toFailure(error)
  }
  throw new Error('It did not fail.')
}

describe('what makes an edit durable', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['fullfsync', 1],
    ['foreign_keys', 1],
    ['user_version', newestVersion],
  ])('PRAGMA %s reads back as %s', (name, value) => {
    const db = openDatabase(fileIn())
    expect(Object.values(db.sql.prepare(`PRAGMA ${name}`).get() ?? {})).toEqual([value])
    db.close()
  })

  test('every table is strict', () => {
    const db = openDatabase(':memory:')
    const tables = db.sql
      .prepare(`SELECT name, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%'`)
      .all()
    expect(tables.length).toBeGreaterThan(9)
    expect(tables.filter((table) => table['strict'] !== 1)).toEqual([])
    db.close()
  })
})

describe('a transaction', () => {
  const insert = `INSERT INTO meta VALUES ('a', 'b')`
  const count = (db: ReturnType<typeof openDatabase>) =>
    db.sql.prepare('SELECT COUNT(*) AS n FROM meta').get()?.['n']

  test('leaves nothing of work that fails, and the failure comes out', () => {
    const db = openDatabase(':memory:')
    const broken = () =>
      db.transaction(() => {
        db.sql.exec(insert)
        throw new Error('no')
      })
    expect(broken).toThrow('no')
    expect(count(db)).toBe(0)
    db.close()
  })

  test('tells its listeners when it is taken back, and only then', () => {
    const db = openDatabase(':memory:')
    let told = 0
    db.onRollback(() => (told += 1))
    db.transaction(() => db.sql.exec(insert))
    expect(told).toBe(0)
    expect(() =>
      db.transaction(() => {
        throw new Error('no')
      }),
    ).toThrow()
    expect(told).toBe(1)
    db.close()
  })

  test('inside another one joins it: all or nothing', () => {
    const db = openDatabase(':memory:')
    const broken = () =>
      db.transaction(() => {
        db.transaction(() => db.sql.exec(insert))
        throw new Error('no')
      })
    expect(broken).toThrow('no')
    expect(count(db)).toBe(0)
    db.close()
  })

  test('of what can be read again waits for no disk, and the next one does again', () => {
    const db = openDatabase(fileIn())
    const synchronous = () => db.sql.prepare('PRAGMA synchronous').get()?.['synchronous']
    expect(db.quickly(synchronous)).toBe(1)
    expect(db.transaction(synchronous)).toBe(2)
    expect(db.transaction(() => db.quickly(synchronous))).toBe(2)
    expect(() =>
      db.quickly(() => {
        db.sql.exec(insert)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(count(db)).toBe(0)
    expect(synchronous()).toBe(2)
    db.close()
  })

  test('answers what its work answers, seen by another connection at once', () => {
    const file = fileIn()
    const db = openDatabase(file)
    expect(db.transaction(() => (db.sql.exec(insert), 'done'))).toBe('done')
    const other = openForReading(file)
    expect(count(other)).toBe(1)
    other.close()
    db.close()
  })
})

describe('a file that cannot be used', () => {
  test('of a later version is refused with words, and left as it is', () => {
    const file = fileIn()
    openDatabase(file).close()
    const later = new DatabaseSync(file)
    later.exec(`PRAGMA user_version = ${newestVersion + 10}`)
    later.close()

    expect(failureOf(() => openDatabase(file))).toMatchObject({ code: 'storage', reason: 'newer' })
    const same = new DatabaseSync(file)
    expect(same.prepare('PRAGMA user_version').get()).toEqual({ user_version: newestVersion + 10 })
    same.close()
  })

  test('that is no database is told apart as damaged', () => {
    const file = fileIn()
    writeFileSync(file, 'This is a letter to my aunt. '.repeat(1_000))
    expect(failureOf(() => openDatabase(file))).toMatchObject({
      code: 'storage',
      reason: 'damaged',
    })
  })

  test('in a folder that is not there cannot be opened', () => {
    const file = join(tempFolder(), 'nowhere', 'library.db')
    expect(failureOf(() => openDatabase(file))).toMatchObject({
      code: 'storage',
      reason: 'cannot-open',
    })
    expect(failureOf(() => openForReading(file))).toMatchObject({ code: 'storage' })
  })
})

test('a disk that is full refuses the whole transaction with words', () => {
  const db = openDatabase(fileIn())
  const { page_count: pages } = db.sql.prepare('PRAGMA page_count').get() as { page_count: number }
  db.sql.exec(`PRAGMA max_page_count = ${pages}`)
  const fill = () =>
    db.transaction(() => {
      for (let i = 0; i < 100; i += 1) {
        db.sql.prepare('INSERT INTO meta VALUES (?, ?)').run(`name ${i}`, 'x'.repeat(1_000))
      }
    })
  expect(failureOf(fill)).toMatchObject({ code: 'storage', reason: 'disk-full' })
  expect(db.sql.prepare('SELECT COUNT(*) AS n FROM meta').get()).toEqual({ n: 0 })
  db.close()
})

test('a connection for reading writes nothing', () => {
  const file = fileIn()
  openDatabase(file).close()
  const reader = openForReading(file)
  expect(
    failureOf(() => reader.transaction(() => reader.sql.exec('DELETE FROM meta'))),
  ).toMatchObject({ code: 'storage', reason: 'read-only' })
  reader.close()
})
