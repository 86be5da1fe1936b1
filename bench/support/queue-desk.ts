import type { AppOptions } from '../../src/main/environment'
import type { ListRow } from '../../src/shared/entry'
import type { ServiceId } from '../../src/shared/service'
import { createSandbox } from '../../src/sandbox/sandbox'
import { createVirtualClock } from '../../test/support/virtual-clock'
import { memoryEnv } from '../../test/support/sandbox-transport'
import { createDiskProfile, signInAndRead } from './loaded-profile'
import { createSlowWire } from './slow-wire'

/** So long after it was read, in ms, that the queue looks before it writes. */
const staleMs = 10 * 60_000
/** No job of a bench takes longer than a day. */
const longest = 24 * 3600 * 1000

/** The app with a list that was read a while ago, over a slow wire, in virtual time. */
export async function openQueueDesk(
  service: ServiceId,
  edges: Pick<AppOptions, 'reshape'> = {},
  entries = 700,
) {
  const clock = createVirtualClock()
  const sandbox = createSandbox({ clock, entries, services: [service] })
  const wire = createSlowWire(sandbox, service, clock, entries)
  const { transport } = wire
  const parts = { clock, sandbox, profile: createDiskProfile(), transport, env: memoryEnv, service }
  const { app, account, rows, profile } = await signInAndRead({ ...parts, edges })
  await clock.advance(staleMs)

  /** Does `edit` and waits until all of it has arrived; answers what that took. */
  async function sendAll(edit: (refOf: (row: ListRow) => Ref) => Promise<void>) {
    wire.beginAnew()
    await edit((row) => ({ accountId: account.id, title: row.title }))
    const isDone = () => {
      const { waiting, sending } = app.handlers['queue:status']() as {
        waiting: number
        sending: number
      }
      return waiting + sending === 0
    }
    if (!(await clock.advanceUntil(isDone, longest))) throw new Error('It never all arrived')
    const { attention, conflicts } = await app.handlers['queue:status']()
    if (attention + conflicts > 0) throw new Error(`${attention + conflicts} rows did not arrive`)
    return wire.traffic()
  }

  return {
    app,
    rows,
    sendAll,
    async close() {
      await app.stop()
      profile.remove()
    },
  }
}

interface Ref {
  readonly accountId: number
  readonly title: ListRow['title']
}

export type QueueDesk = Awaited<ReturnType<typeof openQueueDesk>>
