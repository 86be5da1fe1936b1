import fc from 'fast-check'
import { story, type Story } from './commands'
import { play } from './play'

interface Options {
  readonly runs: number
  readonly seed: number
  /** Where in the shrinking of a failure to begin, as the report of one says. */
  readonly path?: string
}

/** Plays random stories. Resolves to a report in words when one went wrong, else to `null`. */
export async function playMany({ runs, seed, path }: Options): Promise<string | null> {
  const property = fc.asyncProperty(story, async (given: Story) => {
    const complaints = await play(given)
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  })
  const replay = path === undefined ? {} : { path }
  const details = await fc.check(property, { numRuns: runs, seed, ...replay })
  if (!details.failed) return null
  const [told] = details.counterexample ?? []
  return [
    `A story went wrong (after ${details.numRuns} that went well, shortened ${details.numShrinks} times).`,
    `Replay: npm run test:faults -- --seed ${details.seed} --path ${details.counterexamplePath}`,
    JSON.stringify(told),
    String(details.errorInstance),
  ].join('\n')
}
