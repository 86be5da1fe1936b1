import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fileSchema } from '../../../../src/main/backup/formats/tsuzuki-schema'
import { readBackup } from '../../../../src/main/backup/read'
import { writeTsuzuki } from '../../../../src/main/backup/writers/tsuzuki'
import { bytesOf } from './support/fixtures'
import { exportAccount, exportOptions, row } from './support/library'

const published = new URL('../../../../docs/formats/tsuzuki-backup.schema.json', import.meta.url)
const formats = new URL('../../../../docs/formats.md', import.meta.url)

test('the published schema is that of the code (UPDATE_SCHEMA=1 writes it)', () => {
  const schema = { title: 'Tsuzuki backup', ...z.toJSONSchema(fileSchema) }
  const text = `${JSON.stringify(schema, null, 2)}\n`
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(published, text)

  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(text))
})

test('what is written keeps to the schema', () => {
  const rows = [row('anime:1', { startedAt: 20120700 }), row('manga:2', { private: true })]
  const { bytes } = writeTsuzuki([exportAccount(rows)], exportOptions)

  expect(() => fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))).not.toThrow()
})

test('the example of the document keeps to the schema and is read', () => {
  const example = /```json\n([\s\S]*?)```/.exec(readFileSync(formats, 'utf8'))?.[1] ?? ''

  expect(() => fileSchema.parse(JSON.parse(example))).not.toThrow()
  const file = readBackup(bytesOf(example))
  expect(file.rows[0]?.fields).toMatchObject({ status: 'completed', completedAt: 20130900 })
  expect(file.warnings).toEqual([])
})
