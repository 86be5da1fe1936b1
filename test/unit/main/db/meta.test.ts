import { expect, test } from 'vitest'
import { memoryTables } from '../../../support/tables'

test('a value is kept under its name until it is replaced or removed', () => {
  const { meta } = memoryTables()
  expect(meta.read('whole:1')).toBeNull()
  meta.write('whole:1', '5')
  meta.write('whole:1', '6')
  meta.note('whole:2', '1')
  meta.note('whole:2', '7')
  expect(meta.read('whole:1')).toBe('6')
  meta.remove('whole:1')
  expect(meta.read('whole:1')).toBeNull()
  expect(meta.read('whole:2')).toBe('7')
})
