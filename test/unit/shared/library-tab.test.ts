import { expect, test } from 'vitest'
import { emptyFields } from '../../../src/shared/entry'
import { isInTab, tabId } from '../../../src/shared/library-tab'

const current = { ...emptyFields, status: 'current' as const, customLists: ['With Mia'] }

test('an entry is in the list of its status and in no other', () => {
  expect(isInTab(current, { type: 'status', status: 'current' })).toBe(true)
  expect(isInTab(current, { type: 'status', status: 'planned' })).toBe(false)
})

test('a hidden entry stays out of its status but in its custom lists', () => {
  const hidden = { ...current, hidden: true }

  expect(isInTab(hidden, { type: 'status', status: 'current' })).toBe(false)
  expect(isInTab(hidden, { type: 'custom', name: 'With Mia' })).toBe(true)
  expect(isInTab(hidden, { type: 'all' })).toBe(true)
})

test('every tab has a name of its own', () => {
  expect(tabId({ type: 'all' })).toBe('all')
  expect(tabId({ type: 'status', status: 'current' })).toBe('status/current')
  expect(tabId({ type: 'custom', name: 'current' })).toBe('custom/current')
})
