import { expect, test } from 'vitest'
import { evidences } from '../../../../src/main/backup/match/confidence'
import {
  fileWarningCodes,
  formatIds,
  idSites,
  rowWarningCodes,
} from '../../../../src/main/backup/model'
import { lossReasons } from '../../../../src/main/backup/writers/export'
import { en } from '../../../../src/renderer/src/messages/en'
import { backupSites } from '../../../../src/shared/backup'

test.each([
  ['warnings of files', fileWarningCodes, en.backup.fileWarning],
  ['warnings of rows', rowWarningCodes, en.backup.rowWarning],
  ['losses', lossReasons, en.backup.loss],
  ['evidence', evidences, en.backup.evidence],
])('all %s have words, and no words are left over', (_what, codes, words) => {
  expect(Object.keys(words).sort()).toEqual([...codes].sort())
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

test('the sites that can be chosen are those that the readers know', () => {
  expect(backupSites).toEqual(idSites)
  expect(formatIds.length).toBeGreaterThan(0)
})
