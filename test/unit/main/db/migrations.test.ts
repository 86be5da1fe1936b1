import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { newestVersion, openDatabase } from '../../../../src/main/db/database'
import { migrations } from '../../../../src/main/db/migrations/index'
import { createTables } from '../../../../src/main/db/tables'
import { tempFolder } from '../../../support/temp-folder'

/** What a file of the first version may hold, in its own words. */
const filled = `
INSERT INTO realms VALUES (1, 'anilist', 'https://graphql.anilist.co');
INSERT INTO accounts (id, realm, user_id, user_name, options, signed_in)
  VALUES (1, 1, 7, 'Kei', '{}', 1);
INSERT INTO entries (key, status, progress, progress_volumes, repeats, notes, private, hidden,
    custom_lists, advanced_scores, priority, repeat_desire)
  VALUES (8589934597, 'current', 3, 0, 0, 'kept', 0, 0, '[]', '{}', 0, 0);
INSERT INTO media VALUES (8589934597, 'Romaji', NULL, NULL, NULL, '{}');
INSERT INTO outbox (key, wanted, revision, attempts, state, origin, corrected, touched_at)
  VALUES (8589934597, '{"progress":4}', 1, 0, 'waiting', 'user', 0, 5);
INSERT INTO history (key, at, source, before, after, grp)
  VALUES (8589934597, 5, 'me', '{"progress":3}', '{"progress":4}', 1);
INSERT INTO buckets VALUES (1, 'api', 3, 60000, 12);
INSERT INTO meta VALUES ('newest:1:anime', '1700000000');
`

function fileOfVersion(version: number): string {
  const file = join(tempFolder(), 'library.db')
  const sql = new DatabaseSync(file)
  for (const step of migrations.filter((one) => one.version <= version)) sql.exec(step.sql)
  sql.exec(filled)
  sql.exec(`PRAGMA user_version = ${version}`)
  sql.close()
  return file
}

describe.each(migrations.map(({ version }) => version))('a database of version %i', (version) => {
  test('is brought to the newest version with everything in it', () => {
    const db = openDatabase(fileOfVersion(version))
    expect(db.sql.prepare('PRAGMA user_version').get()).toEqual({ user_version: newestVersion })

    const tables = createTables(db)
    const key = 8_589_934_597
    expect(tables.accounts.all()).toMatchObject([{ id: 1, userName: 'Kei', signedIn: true }])
    expect(tables.entries.get(key)?.entry).toMatchObject({ progress: 3, notes: 'kept' })
    expect(tables.outbox.get(key)).toMatchObject({ wanted: { progress: 4 }, state: 'waiting' })
    expect(tables.history.page(null, null, 10)).toMatchObject([{ source: 'me', group: 1 }])
    expect(tables.meta.read('newest:1:anime')).toBe('1700000000')
    expect(db.sql.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    db.close()
  })
})

test('versions are tens and rise', () => {
  const versions = migrations.map(({ version }) => version)
  expect(versions.every((version) => version > 0 && version % 10 === 0)).toBe(true)
  expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
})

test('a step that fails leaves the version before it', () => {
  const file = join(tempFolder(), 'library.db')
  const sql = new DatabaseSync(file)
  // The name that the first step needs is taken by something else.
  sql.exec('CREATE TABLE outbox (x)')
  sql.close()
  expect(() => openDatabase(file)).toThrow()
  const after = new DatabaseSync(file)
  expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 0 })
  expect(after.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()).toEqual([
    { name: 'outbox' },
  ])
  after.close()
})
