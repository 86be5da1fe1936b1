import { describe, expect, it } from 'vitest'
import { createChanges, createIds, createTable } from '../../../../src/sandbox/core/table'

interface Row {
  id: number
  name: string
}

describe('a table of records', () => {
  it('tells of each change', () => {
    const heard: unknown[] = []
    const changes = createChanges((...change) => heard.push(change))
    const table = createTable<number, Row>('rows', (row) => row.id, changes)
    table.put({ id: 1, name: 'a' })
    table.remove(1)
    table.remove(1)
    expect(heard).toEqual([
      ['rows', '1', { id: 1, name: 'a' }],
      ['rows', '1', null],
    ])
  })

  it('takes back everything when an attempt fails, and keeps it when not', () => {
    const changes = createChanges()
    const table = createTable<number, Row>('rows', (row) => row.id, changes)
    table.put({ id: 1, name: 'a' })
    changes.attempt(() => {
      table.put({ id: 1, name: 'changed' })
      table.put({ id: 2, name: 'new' })
      table.remove(1)
      return false
    })
    expect(table.rows()).toEqual([{ id: 1, name: 'a' }])
    changes.attempt(() => {
      table.put({ id: 2, name: 'new' })
      return true
    })
    expect(table.size()).toBe(2)
  })

  it('begins with the rows of an earlier run', () => {
    const changes = createChanges(undefined, () => [{ id: 7, name: 'kept' }])
    const table = createTable<number, Row>('rows', (row) => row.id, changes)
    expect(table.wasKept).toBe(true)
    expect(table.get(7)?.name).toBe('kept')
    expect(createIds(table)()).toBe(8)
  })
})
