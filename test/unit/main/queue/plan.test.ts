import { describe, expect, test } from 'vitest'
import { packKey } from '../../../../src/main/db/keys'
import type { PlanRow } from '../../../../src/main/db/outbox'
import { byTurn, createPlan } from '../../../../src/main/queue/plan'

const row: PlanRow = {
  state: 'waiting',
  origin: 'user',
  attempts: 0,
  removal: false,
  unsure: false,
}
const key = (id: number, account = 1) => packKey(account, `anime:${id}`)
const ids = (rows: readonly { key: number }[]) => rows.map((one) => one.key % 2 ** 32)

describe('what is due', () => {
  test('is what waits, is not busy and whose time has come', () => {
    const plan = createPlan()
    plan.put(key(1), row, 10)
    plan.put(key(2), row, 11)
    plan.put(key(3), { ...row, state: 'attention' }, 0)
    plan.put(key(4), { ...row, state: 'conflict' }, 0)
    plan.put(key(5), row, 0)
    plan.get(key(5))!.busy = 'reading'
    plan.put(key(6, 2), row, 0)
    expect(ids(plan.due(1, 10))).toEqual([1])
    expect(ids(plan.due(1, 11))).toEqual([1, 2])
    expect(ids(plan.due(2, 10))).toEqual([6])
  })

  test("leaves in the order of its time, the user's own before what was imported", () => {
    const plan = createPlan()
    plan.put(key(1), { ...row, origin: 'import' }, 1)
    plan.put(key(2), row, 9)
    plan.put(key(3), row, 5)
    plan.put(key(4), row, 5)
    expect(ids(plan.due(1, 10))).toEqual([3, 4, 2, 1])
    expect(ids([...plan.all()].sort(byTurn))).toEqual([3, 4, 2, 1])
  })

  test('has a first for each place, and none where no place is', () => {
    const plan = createPlan()
    plan.put(key(1), row, 5)
    plan.put(key(2), row, 3)
    plan.put(key(3, 2), row, 9)
    plan.put(key(4, 3), row, 1)
    const firsts = plan.firsts(10, ({ account }) => (account === 3 ? null : `place ${account}`))
    expect([...firsts].map(([place, first]) => [place, first.key])).toEqual([
      ['place 1', key(2)],
      ['place 2', key(3, 2)],
    ])
    expect(plan.firsts(2, () => 'anywhere').size).toBe(1)
  })
})

describe('a row', () => {
  test('takes over how it stands and keeps its time and what is under way', () => {
    const plan = createPlan()
    plan.put(key(1), row, 7)
    Object.assign(plan.get(key(1))!, { busy: 'writing', single: true })
    plan.put(key(1), { ...row, state: 'conflict', attempts: 2, removal: true, unsure: true })
    expect(plan.get(key(1))).toMatchObject({
      state: 'conflict',
      attempts: 2,
      removal: true,
      unsure: true,
      dueAt: 7,
      busy: 'writing',
      single: true,
    })
    plan.put(key(1), row, 9)
    expect(plan.get(key(1))?.dueAt).toBe(9)
  })

  test('that is gone from the outbox is gone from the plan', () => {
    const plan = createPlan()
    plan.put(key(1), row)
    plan.put(key(1), null)
    expect(plan.get(key(1))).toBeUndefined()
    expect(plan.size()).toBe(0)
  })

  test('goes with its account', () => {
    const plan = createPlan()
    plan.put(key(1), row)
    plan.put(key(2, 2), row)
    plan.removeAccount(1)
    expect(plan.size()).toBe(1)
    expect(plan.get(key(2, 2))).toBeDefined()
  })
})

test('the next time is that of the first row that is not due yet', () => {
  const plan = createPlan()
  expect(plan.nextDueAt(0)).toBe(Infinity)
  plan.put(key(1), row, 5)
  plan.put(key(2), row, 30)
  plan.put(key(3), row, 20)
  plan.put(key(4), { ...row, state: 'attention' }, 15)
  plan.put(key(5), row, 12)
  plan.get(key(5))!.busy = 'writing'
  expect(plan.nextDueAt(10)).toBe(20)
  expect(plan.nextDueAt(30)).toBe(Infinity)
})
