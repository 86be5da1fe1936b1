import { expect, test } from 'vitest'
import { playMany } from './campaign'

const runs = Number(process.env['FAULT_RUNS'] ?? 300)

test(
  'whatever fails, the service ends with what the user asked for and nothing else',
  { timeout: 0 },
  async () => {
    expect(await playMany({ runs, seed: 1 })).toEqual({ stories: runs, report: null })
  },
)
