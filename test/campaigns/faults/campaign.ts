import fc from 'fast-check'
import { campaignFolder } from '../../support/campaign-folder'
import { story, type Story } from './commands'
import { play } from './play'

interface Options {
  readonly runs: number
  readonly seed: number
  /** Where in the shrinking of a failure to begin, as the report of one says. */
  readonly path?: string
}

export interface Played {
  /** Stories that were played. */
  readonly stories: number
  /** What went wrong, in words; `null` for nothing. */
  readonly report: string | null
}

/** Plays random stories, until one goes wrong. */
export async function playMany({ runs, seed, path }: Options): Promise<Played> {
  const folder = campaignFolder('faults')
  const property = fc.asyncProperty(story, async (given: Story) => {
    const complaints = await play(given, folder.dir)
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  })
  try {
    const replay = path === undefined ? {} : { path }
    const details = await fc.check(property, { numRuns: runs, seed, ...replay })
    return { stories: details.numRuns, report: details.failed ? inWords(details) : null }
  } finally {
    folder.remove()
  }
}

/** Plays one story again. */
export async function playOne(given: Story): Promise<Played> {
  const folder = campaignFolder('faults')
  try {
    const complaints = await play(given, folder.dir)
    return { stories: 1, report: complaints.length > 0 ? complaints.join('\n') : null }
  } finally {
    folder.remove()
  }
}

function inWords(details: fc.RunDetails<[Story]>): string {
  const [told] = details.counterexample ?? []
  return [
    `A story went wrong (after ${details.numRuns} that went well, shortened ${details.numShrinks} times).`,
    `Replay: npm run test:faults -- --seed ${details.seed} --path ${details.counterexamplePath}`,
    JSON.stringify(told),
    String(details.errorInstance),
  ].join('\n')
}
