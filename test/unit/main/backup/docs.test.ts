import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultLimits } from '../../../../src/main/backup/context'
import { lookedFor } from '../../../../src/main/backup/formats/all'
import { formatName, formatVersion } from '../../../../src/main/backup/formats/tsuzuki-schema'
import { sureEnough } from '../../../../src/main/backup/match/by-title'
import { columns } from '../../../../src/main/backup/values/csv-cells'
import { entryFields } from '../../../../src/shared/entry'

const formats = readFileSync(new URL('../../../../docs/formats.md', import.meta.url), 'utf8')

test('the document names our format and its version', () => {
  expect(formats).toContain(`\`${formatName}\`, version ${formatVersion}`)
})

test('the example shows every field of an entry', () => {
  for (const field of entryFields) expect(formats).toContain(`"${field}":`)
})

test('the document names every column of the table, in their order', () => {
  const named = [...formats.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name ?? '')

  expect(
    named
      .filter((name) => (columns as readonly string[]).includes(name))
      .slice(0, columns.length + 1),
  ).toEqual(expect.arrayContaining([...columns]))
})

test('the document tells the limits and the confidence of the code', () => {
  expect(formats).toContain(`${defaultLimits.bytes / 1024 / 1024} MiB`)
  expect(formats).toContain(`${defaultLimits.depth} levels`)
  expect(formats).toContain(`confidence of ${sureEnough}`)
})

test('the document speaks of every format that is looked for', () => {
  for (const name of lookedFor) {
    const [first = ''] = name.split(' ')
    expect(formats).toContain(first)
  }
})
