import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSingleInstance } from '../../electron/single-instance.ts'

test('the first start holds the lock until it lets go', () => {
  const single = createSingleInstance(() => {})
  const profile = `/profiles/${randomUUID()}`

  expect(single.request(profile, {})).toBe(true)
  expect(single.isHeld()).toBe(true)
  expect(single.request(profile, {})).toBe(true)
  single.release()
  expect(single.isHeld()).toBe(false)
})
