import { serviceIds, type ServiceId } from '../../../src/shared/service'
import { bundleChild } from './bundle'
import { runLane } from './lane'

export interface CrashReport {
  readonly kills: number
  readonly edits: number
  /** Empty when nothing went wrong. */
  readonly complaints: readonly string[]
}

/**
 * Kills the app so many times in all, each service having its share, side by side. `checked` hears
 * now and then how many kills have left nothing to complain of.
 */
export async function killMany(
  kills: number,
  seed: number,
  checked: (service: ServiceId, kills: number) => void = () => undefined,
): Promise<CrashReport> {
  const script = await bundleChild()
  const share = Math.ceil(kills / serviceIds.length)
  const lanes = await Promise.all(
    serviceIds.map(async (service, index) => {
      const of = { script, service, kills: share, seed: seed + index, checked }
      const report = await runLane(of)
      return { ...report, complaints: report.complaints.map((text) => `${service}: ${text}`) }
    }),
  )
  return {
    kills: lanes.reduce((sum, lane) => sum + lane.kills, 0),
    edits: lanes.reduce((sum, lane) => sum + lane.edits, 0),
    complaints: lanes.flatMap((lane) => lane.complaints),
  }
}
