import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createBucketStore } from '../../../../src/main/db/buckets'
import { openDatabase, type Database } from '../../../../src/main/db/database'
import { packKey } from '../../../../src/main/db/keys'
import { markDamaged, openOrRepair } from '../../../../src/main/db/repair'
import { createTables } from '../../../../src/main/db/tables'
import { toFailure } from '../../../../src/shared/failure'
import { accountOptions } from '../../../support/account-options'
import { entryOf } from '../../../support/entries'
import { tempFolder } from '../../../support/temp-folder'

const key = (id: number) => packKey(1, `anime:${id}`)

/** A database with a list, something that waits and something that happened. */
function filledFile(rows = 1): string {
  const file = join(tempFolder(), 'library.db')
  const db = openDatabase(file)
  const { accounts, entries, outbox, history, meta } = createTables(db)
  const realm = accounts.realm('anilist', 'https://graphql.anilist.co')
  const account = { realm: realm.id, userId: 7, userName: 'Kei', options: accountOptions() }
  const added = accounts.add({ ...account, signInEndsAt: null })
  accounts.update({ ...added, syncedAt: 5 })
  db.transaction(() => {
    for (let id = 1; id <= rows; id += 1) {
      const base = entryOf(`anime:${id}`, { notes: 'x'.repeat(500) })
      entries.put(key(id), base, null)
      outbox.put({
        key: key(id),
        base,
        wanted: { progress: id },
        revision: 1,
        sent: null,
        attempts: 0,
        state: 'waiting',
        failure: null,
        conflicts: [],
        origin: 'user',
        corrected: false,
        touchedAt: id,
      })
    }
    history.add({ key: key(1), at: 1, source: 'me', before: {}, after: { progress: 1 } }, null)
    meta.write('newest:1:anime', '170')
    meta.write('whole:1', '171')
    meta.write('other', 'kept')
    createBucketStore(db, realm.id).write('api', { busy: 2, pauseMs: 90_000, savedAt: 3 })
  })
  db.close()
  return file
}

function contents(db: Database) {
  const tables = createTables(db)
  return { ...tables, keys: tables.outbox.index().map((row) => row.key) }
}

function overwrite(file: string, from: number, bytes: number) {
  const data = readFileSync(file)
  data.fill(0xee, from, from + bytes)
  writeFileSync(file, data)
}

test('a sound database is opened as it is', () => {
  const file = filledFile()
  const { db, setAside } = openOrRepair(file)
  expect(setAside).toBeNull()
  expect(contents(db).entries.count(1, null)).toBe(1)
  db.close()
})

describe('a damaged one', () => {
  test('is put aside, and what cannot be had again is saved', () => {
    const file = filledFile(3)
    markDamaged(file)
    const { db, setAside } = openOrRepair(file)

    expect(setAside).toBe(`${file}.damaged-1`)
    expect(existsSync(`${file}.damaged-1`)).toBe(true)
    const { accounts, outbox, entries, history, meta, keys } = contents(db)
    expect(keys).toEqual([key(1), key(2), key(3)])
    expect(outbox.get(key(2))).toMatchObject({
      wanted: { progress: 2 },
      base: { title: 'anime:2' },
    })
    expect(history.page(null, null, 9)).toHaveLength(1)
    expect(createBucketStore(db, 1).read('api')).toMatchObject({ pauseMs: 90_000 })
    expect(meta.read('other')).toBe('kept')
    // The list is read anew, whole.
    expect(entries.count(1, null)).toBe(0)
    expect(accounts.all()).toMatchObject([{ userName: 'Kei', syncedAt: null }])
    expect(meta.read('newest:1:anime')).toBeNull()
    expect(meta.read('whole:1')).toBeNull()
    db.close()
  })

  test('is repaired once', () => {
    const file = filledFile()
    markDamaged(file)
    openOrRepair(file).db.close()
    const again = openOrRepair(file)
    expect(again.setAside).toBeNull()
    again.db.close()
  })

  test('never takes the place of one that was put aside before', () => {
    const file = filledFile()
    for (const n of [1, 2]) {
      markDamaged(file)
      const { db, setAside } = openOrRepair(file)
      expect(setAside).toBe(`${file}.damaged-${n}`)
      db.close()
    }
  })

  test('that is no database at all gives an empty one', () => {
    const file = join(tempFolder(), 'library.db')
    writeFileSync(file, 'This is a letter to my aunt. '.repeat(1_000))
    const { db, setAside } = openOrRepair(file)
    expect(readFileSync(setAside ?? '', 'utf8')).toContain('letter')
    expect(contents(db).keys).toEqual([])
    db.close()
  })

  test('gives what stands before and behind the damage', () => {
    const file = filledFile(400)
    // Somewhere in the middle: pages of entries and of what waits.
    const { size } = statSync(file)
    overwrite(file, Math.floor(size * 0.7), 8_192)
    markDamaged(file)
    const { db } = openOrRepair(file)
    const { keys } = contents(db)
    expect(keys.length).toBeGreaterThan(300)
    expect(new Set(keys).size).toBe(keys.length)
    db.close()
  })

  test('whose first page is gone is noticed at the start', () => {
    const file = filledFile()
    overwrite(file, 0, 4_096)
    const { db, setAside } = openOrRepair(file)
    expect(setAside).not.toBeNull()
    db.close()
  })
})

test('a file of a later version is no damage: it is refused and stays', () => {
  const file = filledFile()
  const db = openDatabase(file)
  db.sql.exec('PRAGMA user_version = 99999')
  db.close()
  let failure
  try {
    openOrRepair(file)
  } catch (error) {
    failure = toFailure(error)
  }
  expect(failure).toMatchObject({ code: 'storage', reason: 'newer' })
  expect(existsSync(`${file}.damaged-1`)).toBe(false)
})
