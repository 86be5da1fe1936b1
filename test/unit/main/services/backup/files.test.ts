import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyBeforeMigration } from '../../../../../src/main/db/copy-before-migration'
import { openDatabase, openForReading } from '../../../../../src/main/db/database'
import { createAccountsTable } from '../../../../../src/main/db/accounts'
import { withOldDatabase } from '../../../../../src/main/services/backup/old-database'
import { accountOptions } from '../../../../support/account-options'
import { createReceived } from '../../../../../src/main/services/backup/received'
import { saveFile } from '../../../../../src/main/services/backup/save-file'
import { DatabaseSync } from 'node:sqlite'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tsuzuki-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file is saved whole and nothing is left beside it', () => {
  const path = join(folder, 'a.json')
  writeFileSync(path, 'old')
  saveFile(path, new Uint8Array([1, 2, 3]))
  expect([...readFileSync(path)]).toEqual([1, 2, 3])
  expect(readdirSync(folder)).toEqual(['a.json'])
})

test('where nothing can be saved it is said', () => {
  expect(() => saveFile(join(folder, 'nowhere', 'a.json'), new Uint8Array(1))).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'storage' }) }),
  )
})

test('a file is put together from its pieces', () => {
  const received = createReceived()
  const id = received.begin(5, 'list.xml')
  expect(received.add(id, Buffer.from('<my').toString('base64'))).toBe(3)
  received.add(id, Buffer.from('/>').toString('base64'))
  const { name, bytes } = received.end(id)
  expect([name, Buffer.from(bytes).toString()]).toEqual(['list.xml', '<my/>'])
  expect(() => received.end(id)).toThrow()
})

test('a file that is longer or shorter than announced is refused', () => {
  const received = createReceived()
  const id = received.begin(2, 'list.xml')
  expect(() => received.add(id, Buffer.from('abc').toString('base64'))).toThrow()
  expect(() => received.end(id)).toThrow()
})

test('a newer file takes the place of the one before', () => {
  const received = createReceived()
  const first = received.begin(1, 'a')
  received.begin(1, 'b')
  expect(() => received.add(first, 'QQ==')).toThrow()
})

test('a file that no reader would take is not even begun', () => {
  expect(() => createReceived().begin(65 * 1024 * 1024, 'a')).toThrow()
})

test('a database of an older version is copied before it is changed', () => {
  const file = join(folder, 'library.db')
  const old = new DatabaseSync(file)
  old.exec('CREATE TABLE kept (a); INSERT INTO kept VALUES (7); PRAGMA user_version = 1')
  old.close()

  const copy = copyBeforeMigration(file, join(folder, 'backups'))

  const { sql, close } = openForReading(copy ?? '')
  expect(sql.prepare('SELECT a FROM kept').get()).toMatchObject({ a: 7 })
  close()
})

test('a new or a present database is not copied', () => {
  const file = join(folder, 'library.db')
  expect(copyBeforeMigration(file, folder)).toBeNull()
  openDatabase(file).close()
  expect(copyBeforeMigration(file, folder)).toBeNull()
})

test('a damaged database is left to the repair', () => {
  const file = join(folder, 'library.db')
  writeFileSync(file, 'x'.repeat(5_000))
  expect(copyBeforeMigration(file, join(folder, 'backups'))).toBeNull()
  expect(existsSync(join(folder, 'backups'))).toBe(false)
})

test('the copy of an older database is brought forward beside it, and removed afterwards', async () => {
  const path = join(folder, 'before-version-2.db')
  const db = openDatabase(path)
  const table = createAccountsTable(db)
  const realm = table.realm('anilist', 'sandbox')
  const options = accountOptions()
  table.add({ realm: realm.id, userId: 7, userName: 'Mia', options, signInEndsAt: null })
  db.close()
  let used = ''

  const names = await withOldDatabase(path, (file, accounts) => {
    used = file
    expect(existsSync(file)).toBe(true)
    return Promise.resolve(accounts.map(({ userName, sandbox }) => [userName, sandbox]))
  })

  expect(names).toEqual([['Mia', true]])
  expect(existsSync(used)).toBe(false)
  expect(existsSync(path)).toBe(true)
})
