import { beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../../../src/main/db/database'
import { createMetaTable, type MetaTable } from '../../../../../src/main/db/meta'
import { createBudget, mostADay } from '../../../../../src/main/services/airing/budget'

const hour = 3600_000
let meta: MetaTable
let now = 0
const clock = { wall: () => now }

beforeEach(() => {
  meta = createMetaTable(openDatabase(':memory:'))
  now = Date.UTC(2026, 0, 15)
})

test('each question costs one, at its service only', () => {
  const budget = createBudget({ meta, clock })
  budget.spend(1)
  budget.spend(1)

  expect(budget.left(1)).toBe(mostADay - 2)
  expect(budget.left(2)).toBe(mostADay)
})

test('a question is forgotten after 24 hours, not at midnight', () => {
  const budget = createBudget({ meta, clock })
  budget.spend(1)
  now += 20 * hour
  budget.spend(1)
  now += 4 * hour - 1
  expect(budget.left(1)).toBe(mostADay - 2)

  now += 1

  expect(budget.left(1)).toBe(mostADay - 1)
})

test('a restart gives no new ones', () => {
  createBudget({ meta, clock }).spend(1)

  expect(createBudget({ meta, clock }).left(1)).toBe(mostADay - 1)
})

test('there are never fewer than none', () => {
  const budget = createBudget({ meta, clock })
  for (let nth = 0; nth < mostADay + 2; nth += 1) budget.spend(1)

  expect(budget.left(1)).toBe(0)
})

test('what a clock wrote that was ahead does not count', () => {
  const budget = createBudget({ meta, clock })
  budget.spend(1)
  now -= hour

  expect(budget.left(1)).toBe(mostADay)
})
