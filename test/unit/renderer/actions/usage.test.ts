import { expect, test } from 'vitest'
import { readUsage, usedNow } from '../../../../src/renderer/src/actions/usage'

test('what was used comes before what was not, of late before long ago', () => {
  const usage = ['a', 'a', 'b', 'b'].reduce(usedNow, readUsage(undefined))

  expect(usage.b).toBeGreaterThan(usage.a ?? 0)
  expect(usage.a).toBeGreaterThan(1)
})

test('forgets what hardly counts', () => {
  let usage = readUsage({})
  for (let count = 0; count < 100; count += 1) usage = usedNow(usage, `action-${count}`)

  expect(Object.keys(usage)).toHaveLength(60)
  expect(usage).toHaveProperty('action-99')
  expect(usage).not.toHaveProperty('action-0')
})

test.each([null, 7, 'often', { a: 'often', b: -1 }])(
  'what makes no sense is nothing: %o',
  (kept) => {
    expect(readUsage(kept)).toEqual({})
  },
)
