import { expect, test } from 'vitest'
import { showsAdult } from '../../../src/shared/adult'

const account = (adult: boolean) => ({ options: { adult } })

test.each([
  [false, account(false), false],
  [true, account(false), true],
  [false, account(true), true],
  [true, account(true), true],
  [false, null, false],
  [true, null, true],
])('with the setting %s and the account %j, titles for adults are shown: %s', (...all) => {
  const [showAdult, of, shown] = all

  expect(showsAdult({ showAdult }, of)).toBe(shown)
})
