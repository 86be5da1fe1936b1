import { expect, test } from 'vitest'
import { killMany } from './campaign'

const runs = Number(process.env['CRASH_RUNS'] ?? 8)

test(
  'an import that is killed goes on, doubles and loses nothing, and is taken back whole',
  { timeout: 0 },
  async () => {
    const { wrong, kills } = await killMany(runs, 1)

    expect(wrong).toEqual([])
    expect(kills).toBeGreaterThanOrEqual(runs / 2)
  },
)
