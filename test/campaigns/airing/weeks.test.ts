import fc from 'fast-check'
import { expect, test } from 'vitest'
import { live } from './live'
import { plans } from './plan'

const runs = Number(process.env['AIRING_RUNS'] ?? 300)
const seed = Number(process.env['AIRING_SEED'] ?? 20_260_401)
const path = process.env['AIRING_PATH']

test(`${runs} virtual weeks: each due episode announced, once by itself at most, never early`, () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(live(plan)).toEqual([])
    }),
    { numRuns: runs, seed, ...(path === undefined ? {} : { path }) },
  )
}, 0)
