import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../test/e2e/launch'
import { spread, type Report } from './figure'
import { createAppProfile } from './support/app-profile'
import { type Started, timeToPaint } from './support/time-to-paint'

const sizes = [500, 5_000, 20_000]
/** Odd, so that the median is one of them. */
const rounds = 9

/**
 * From the start of the process to the first screenful with counts and scroll height, next to the
 * same app with an empty list and an app that shows an empty page. All are started in turns, so
 * that whatever else the machine does hits each of them.
 */
export async function run(report: Report): Promise<void> {
  const profiles = await Promise.all(
    [0, ...sizes].map((n) => createAppProfile({ anime: n, manga: 0 })),
  )
  const blank = mkdtempSync(join(tmpdir(), 'tsuzuki-blank-'))
  const starts: readonly Started[] = [
    { entry: join(ROOT, 'bench/support/blank-app'), profile: blank },
    ...profiles.map(({ dir, env }) => ({ entry: ROOT, profile: dir, env })),
  ]
  const samples: number[][] = starts.map(() => [])

  // The first start makes the caches that every later one finds.
  for (const start of starts) await timeToPaint(start)
  for (let round = 0; round < rounds; round += 1)
    for (const [at, start] of starts.entries()) samples[at]?.push(await timeToPaint(start))

  const [ofBlank, ofEmpty, ...ofLists] = samples.map(spread)
  if (ofBlank) report({ figure: 'start.blank', n: 0, unit: 'ms', ...ofBlank })
  if (ofEmpty) report({ figure: 'start.painted', n: 0, unit: 'ms', ...ofEmpty })
  for (const [at, figures] of ofLists.entries()) {
    const ratio = figures.p50 / (ofEmpty?.p50 ?? NaN)
    report({ figure: 'start.painted', n: sizes[at] ?? 0, unit: 'ms', ...figures, ratio })
  }

  for (const profile of profiles) await profile.remove()
  rmSync(blank, { recursive: true, force: true, maxRetries: 10 })
}
