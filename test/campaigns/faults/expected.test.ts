import { expect, test } from 'vitest'
import { createExpected } from './expected'
import { untouched, type Seen } from './fields'

const there: Seen = { ...untouched, status: 'current', progress: 3, rest: '' }

/** A title that is taken off the list at 20, while another device changes it at `changedAt`. */
function removal(changedAt: number, told: { askedAt: number; at: number } | null) {
  let now = 0
  const expected = createExpected({ service: 'anisearch', rule: 'mine' }, [there], () => now)
  expected.edited(0, null, { ...there })
  const intents = expected.intents()
  const remote = () => {
    now = changedAt
    expected.remote(0, { ...there, repeats: 1 })
  }
  if (!told || changedAt <= told.at) remote()
  if (told) {
    now = told.at
    expected.known(0, there, told.askedAt)
  }
  if (told && changedAt > told.at) remote()
  now = 20
  expected.applied(0, null, { at: 20, intents })
  return expected.violations
}

test('a removal over what the app could not know of is its fault unless it has just looked', () => {
  expect(removal(10, null)).toHaveLength(1)
  expect(removal(10, { askedAt: 5, at: 15 })).toEqual([])
  expect(removal(4, { askedAt: 5, at: 15 })).toHaveLength(1)
})

test('one that leaves with the answer may have known of it', () => {
  expect(removal(10, { askedAt: 5, at: 20 })).toEqual([])
  expect(removal(4, { askedAt: 5, at: 20 })).toHaveLength(1)
})
