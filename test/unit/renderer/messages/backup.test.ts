import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../../../src/renderer/src/messages/en'
import { backupSites } from '../../../../src/shared/backup'

/** The codes that main knows; the types of the page end before main. */
async function codesOf(file: string, name: string): Promise<readonly string[]> {
  const path = join(import.meta.dirname, '../../../../src/main/backup', file)
  const module = (await import(path)) as Readonly<Record<string, readonly string[]>>
  return module[name] ?? []
}

test.each([
  ['model.ts', 'fileWarningCodes', en.backup.fileWarning],
  ['model.ts', 'rowWarningCodes', en.backup.rowWarning],
  ['writers/export.ts', 'lossReasons', en.backup.loss],
  ['match/confidence.ts', 'evidences', en.backup.evidence],
])('in %s all %s have words, and no words are left over', async (file, name, words) => {
  expect(Object.keys(words).sort()).toEqual([...(await codesOf(file, name))].sort())
})

test.each([
  'unknown-file',
  'empty-file',
  'damaged-file',
  'too-big',
  'too-deep',
  'unsafe-xml',
  'newer-version',
  'pickle',
])('a file refused as %s is refused in words', (reason) => {
  expect(en.failures.reasons).toHaveProperty(reason)
})

test('the sites that can be chosen are those that the readers know', async () => {
  expect(backupSites).toEqual(await codesOf('model.ts', 'idSites'))
})
