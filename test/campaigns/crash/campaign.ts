import { serviceIds, type ServiceId } from '../../../src/shared/service'
import { campaignFolder } from '../../support/campaign-folder'
import { bundleChild } from './bundle'
import { runLane } from './lane'

export interface CrashReport {
  /** Those that happened, not those that were meant to. */
  readonly kills: number
  readonly edits: number
  /** Empty when nothing went wrong. */
  readonly complaints: readonly string[]
}

interface Options {
  readonly kills: number
  readonly seed: number
  /** Lists of each service that are worked on side by side. */
  readonly jobs?: number
  /** Hears now and then how many kills have left nothing to complain of. */
  readonly checked?: (service: ServiceId, kills: number) => void
}

/** Kills the app so many times in all, each service and each of its lists having its share. */
export async function killMany(options: Options): Promise<CrashReport> {
  const { kills, seed, jobs = 1, checked = () => undefined } = options
  const { dir, remove } = campaignFolder('crash')
  try {
    const script = await bundleChild(dir)
    const lists = Array.from({ length: jobs }, () => serviceIds).flat()
    const lanes = await Promise.all(
      lists.map(async (service, at) => {
        const share = Math.floor(kills / lists.length) + Number(at < kills % lists.length)
        const report = await runLane({
          script,
          dir,
          service,
          kills: share,
          seed: seed + at,
          checked,
        })
        return { ...report, complaints: report.complaints.map((text) => `${service}: ${text}`) }
      }),
    )
    return {
      kills: lanes.reduce((sum, lane) => sum + lane.kills, 0),
      edits: lanes.reduce((sum, lane) => sum + lane.edits, 0),
      complaints: lanes.flatMap((lane) => lane.complaints),
    }
  } finally {
    remove()
  }
}
