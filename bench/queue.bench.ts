import { needMs } from '../src/main/backup/difference/estimate'
import type { ListRow } from '../src/shared/entry'
import type { ServiceId } from '../src/shared/service'
import type { Figure, Report } from './figure'
import { providerFor, withoutBatches } from './support/providers'
import { openQueueDesk, type QueueDesk } from './support/queue-desk'
import { peers } from './support/queue-peers'
import { runPeer } from './support/run-peer'
import type { Traffic } from './support/slow-wire'

/** A job that many peers can do as well: so many writes, one entry each. */
const jobs = [
  { figure: 'queue.anilist.single', service: 'anilist', bucket: 'api', n: 200 },
  { figure: 'queue.anisearch', service: 'anisearch', bucket: 'put', n: 500 },
] as const

/**
 * What the queue makes of its limits, counted by the service, in virtual time: the list was read ten minutes ago, so the
 * queue also has to look before it writes. `value` is from the first start to the last answer.
 */
export async function run(report: Report): Promise<void> {
  for (const { figure, service, n } of jobs) {
    const traffic = await atDesk(service, 1, (desk) => editMany(desk, n, 1))
    report({ figure, n, unit: 'ms', ...told(traffic), ...toNeed(traffic, service, n) })
  }
  const batched = await atDesk('anilist', null, (desk) => editMany(desk, 200, 1))
  report({ figure: 'queue.anilist.batched', n: 200, unit: 'ms', ...told(batched) })
  const same = await atDesk('anilist', null, (desk) => editMany(desk, 1, 10))
  report({ figure: 'queue.same-entry', n: 10, unit: 'ms', ...told(same) })
  const bulk = await atDesk('anilist', null, (desk) => editAlike(desk, 200))
  report({ figure: 'queue.bulk', n: 200, unit: 'ms', ...told(bulk) })
  for (const job of jobs) {
    for (const [name, peer] of Object.entries(peers)) {
      const traffic = await runPeer(peer, job)
      const more = { ...told(traffic), ...toNeed(traffic, job.service, job.n) }
      report({ figure: `queue.peer.${name}`, n: job.n, unit: 'ms', ...more })
    }
  }
}

async function atDesk(
  service: ServiceId,
  batchSize: 1 | null,
  work: (desk: QueueDesk) => Promise<Traffic>,
) {
  const desk = await openQueueDesk(service, batchSize === 1 ? { reshape: withoutBatches } : {})
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

/** Gives so many titles a progress each, that no two share, one step after the other. */
function editMany({ app, rows, sendAll }: QueueDesk, titles: number, steps: number) {
  return sendAll(async (refOf) => {
    for (const [index, row] of take(rows, titles).entries()) {
      for (let step = 1; step <= steps; step += 1) {
        await app.handlers['library:edit'](refOf(row), { progress: 10_000 + index * 10 + step })
      }
    }
  })
}

/** Gives so many titles the same score in one go. */
function editAlike({ app, rows, sendAll }: QueueDesk, titles: number) {
  return sendAll(async (refOf) => {
    const chosen = take(rows, titles + 50).filter(({ entry }) => entry.score !== 77)
    const change = { do: 'set', patch: { score: 77 } } as const
    await app.handlers['library:edit-many'](chosen.slice(0, titles).map(refOf), change, null)
  })
}

function take(rows: readonly ListRow[], count: number) {
  if (rows.length < count) throw new Error(`Only ${rows.length} titles for ${count} edits`)
  return rows.slice(0, count)
}

function told({ ms, writes, reads, violations }: Traffic): Partial<Figure> {
  return { value: ms, requests: writes, reads, violations }
}

function toNeed({ ms }: Traffic, service: ServiceId, n: number): Partial<Figure> {
  const [first] = jobs.filter((job) => job.service === service)
  const limits = first && providerFor(service).buckets[first.bucket]
  if (!limits) return {}
  const limit = needMs(n, limits)
  return { limit, ratio: ms / limit }
}
