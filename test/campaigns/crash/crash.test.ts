import { expect, test } from 'vitest'
import { killMany } from './campaign'

const kills = Number(process.env['CRASH_RUNS'] ?? 300)

test(
  'whenever the app is killed, nothing acknowledged is lost and nothing is done twice',
  { timeout: 0 },
  async () => {
    const report = await killMany({ kills, seed: 1 })
    expect(report.complaints).toEqual([])
    expect(report.kills).toBe(kills)
    expect(report.edits).toBeGreaterThan(kills)
  },
)
