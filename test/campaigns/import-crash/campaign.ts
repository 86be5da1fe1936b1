import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { campaignFolder } from '../../support/campaign-folder'
import { createRandom } from '../../support/random'
import { live } from './life'
import { prepareStory } from './prepare'
import { copyStory, type Story } from './profile'
import { standing, type Standing } from './standing'
import { wrongs } from './wrongs'

export interface Outcome {
  /** What went wrong, with the run that shows it. */
  readonly wrong: readonly string[]
  /** Imports that were judged. */
  readonly runs: number
  /** Runs by how far the import was when it was killed first. */
  readonly killed: Readonly<Record<'before' | 'within' | 'after', number>>
  /** How often the app was killed in all. */
  readonly kills: number
}

/** So often one import is killed at most: going on is killed too. */
const mostKills = 4

/** Imports the same file again and again, killed at random moments, and judges what is left. */
export async function killMany(runs: number, seed: number, atOnce = 2): Promise<Outcome> {
  const folder = campaignFolder('import-crash')
  try {
    return await killIn(folder.dir, runs, seed, atOnce)
  } finally {
    folder.remove()
  }
}

async function killIn(dir: string, runs: number, seed: number, atOnce: number): Promise<Outcome> {
  const template = await prepareStory(seed, dir)
  const random = createRandom(seed)
  const killed = { before: 0, within: 0, after: 0 }
  const wrong: string[] = []
  let kills = 0
  let done = 0
  const whole = await inCopy(dir, template, async (story) => {
    const { ms } = await live('import', story, null)
    return { ms, reference: await judged(story, null) }
  })
  const before = standing(template.dir)

  async function one(run: number) {
    const lastDelay = random() * whole.reference.ms
    const delays = Array.from({ length: mostKills }, () => random() * whole.ms)
    await inCopy(dir, template, async (story) => {
      const first = await live('import', story, delays[0] ?? 0)
      kills += Number(first.killed)
      killed[momentOf(standing(story.dir))] += 1
      for (const delay of delays.slice(1)) {
        if (random() < 0.5) continue
        kills += Number((await live('go-on', story, delay)).killed)
      }
      const end = await judged(story, lastDelay)
      kills += Number(end.killed)
      const found = wrongs(before, whole.reference, end)
      wrong.push(...found.map((what) => `run ${run}, seed ${seed}: ${what}`))
      done += 1
    })
  }

  let next = 0
  const worker = async () => {
    while (next < runs) await one((next += 1))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { wrong, runs: done, killed, kills }
}

export interface Judged {
  readonly applied: Standing
  readonly undone: Standing
  /** It was killed while it took the import back. */
  readonly killed: boolean
  /** How long taking back took, until it ended or was killed. */
  readonly ms: number
}

/** Lets the import come to its end and takes it back, which may be killed: the next life goes on. */
async function judged(story: Story, killAfterMs: number | null): Promise<Judged> {
  const { said, killed, ms } = await live('judge', story, killAfterMs)
  const last = killed ? (await live('judge', story, null)).said : said
  // The child's own words.
  const [applied, undone] = [said.get('applied'), last.get('undone')] as Standing[]
  if (!applied || !undone) throw new Error('A life ended without a word.')
  return { applied, undone, killed, ms }
}

function momentOf({ job }: Standing): 'before' | 'within' | 'after' {
  if (job === null || job.state === 'preparing') return 'before'
  return job.state === 'applying' ? 'within' : 'after'
}

async function inCopy<T>(
  folder: string,
  template: Story,
  use: (story: Story) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(folder, 'copy-'))
  try {
    return await use(copyStory(template, dir))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
