/**
 * `child.ts import|go-on|judge DIR ACCOUNT`: one life of the app. `import` begins the import of the
 * story's file and says so; `go-on` only lives; `judge` lets the import come to its end, says how
 * everything stands, takes it back and says it again. It is killed at any moment, also while taking back.
 */
import { drop } from '../../support/backup-acts'
import { standing } from './standing'
import { fileOf, openStory } from './profile'

const [act = '', dir = '', account = ''] = process.argv.slice(2)
const accountId = Number(account)
const app = openStory({ dir })
const { handlers } = app

const say = (word: string, value: unknown = null) =>
  new Promise<void>((resolve) => {
    process.stdout.write(`${JSON.stringify({ word, value })}\n`, () => resolve())
  })

const isUnderWay = async () =>
  (await handlers['backup:jobs']()).some(({ state }) => state === 'applying' || state === 'undoing')

async function untilApplied() {
  while (await isUnderWay()) await new Promise((resolve) => setTimeout(resolve, 2))
}

await app.start()
if (act === 'import') {
  await drop({ app, account: { id: accountId } as never }, 'mine.json.gz', fileOf({ dir }))
  await handlers['backup:choose']({ type: 'mode', mode: 'equal', removeMissing: true })
  await say('begins')
  await handlers['backup:apply']()
}
if (act === 'go-on') await say('begins')
await untilApplied()
if (act === 'judge') {
  await say('applied', standing(dir))
  await say('begins')
  const [job] = await handlers['backup:jobs']()
  if (job?.state === 'applied') await handlers['backup:undo'](job.id)
  await say('undone', standing(dir))
}
await say('ends')
process.exit()
