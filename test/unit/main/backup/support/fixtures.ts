import { readFileSync } from 'node:fs'
import type { ReadOptions } from '../../../../../src/main/backup/context'
import type { BackupFile, BackupRow } from '../../../../../src/main/backup/model'
import { readBackup } from '../../../../../src/main/backup/read'
import { AppError, type Failure } from '../../../../../src/shared/failure'

const folder = new URL('../../../../fixtures/backup/', import.meta.url)

/** The bytes of a file of our own under test/fixtures/backup. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, folder)))
}

export function readFixture(name: string, options: ReadOptions = {}): BackupFile {
  return readBackup(fixture(name), options)
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function readText(text: string, options: ReadOptions = {}): BackupFile {
  return readBackup(bytesOf(text), options)
}

/** The row at a place from 1. */
export function rowAt(file: BackupFile, number: number): BackupRow {
  const row = file.rows.find((one) => one.number === number)
  if (row === undefined) throw new Error(`There is no row ${number}.`)
  return row
}

export function warningCodes(row: BackupRow): string[] {
  return row.warnings.map(({ code }) => code)
}

export function fileWarningCodes(file: BackupFile): string[] {
  return file.warnings.map(({ code }) => code)
}

/** The failure that reading ends in; throws when it does not. */
export function failureOf(run: () => unknown): Failure {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error.failure
    throw error
  }
  throw new Error('It did not fail.')
}
