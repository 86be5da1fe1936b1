import { expect, test } from 'vitest'
import { killMany } from './campaign'

const kills = Number(process.env['CRASH_RUNS'] ?? 300)

test(
  'whenever the app is killed, nothing acknowledged is lost and nothing is done twice',
  { timeout: 0 },
  async () => {
    const { complaints, edits } = await killMany(kills, 1)
    expect(complaints).toEqual([])
    expect(edits).toBeGreaterThan(kills)
  },
)
