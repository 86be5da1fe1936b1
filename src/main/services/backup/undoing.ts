import type { BackupJobs, JobRow } from '../../db/backup-jobs'
import type { TakenBack, TakeBack } from '../history'

interface Options {
  table: Pick<BackupJobs, 'forgetPlan'>
  /** Takes the newest changes of a group back that still stand. Failure: `storage`. */
  takeBack: TakeBack
}

/**
 * Takes imports back slice by slice, so that an edit in between waits for nothing. What was taken
 * back is marked in the same transaction: after a kill the rest is what is not marked.
 */
export function createUndoing({ table, takeBack }: Options) {
  /** Where each one is: a new run of the program begins at the newest change again. */
  const places = new Map<number, { readonly at: TakenBack | null; readonly count: number }>()

  return {
    /** Does the next slice; answers how many titles there were in all once nothing is left. */
    step({ id, group }: JobRow): number | null {
      const { at, count } = places.get(id) ?? { at: null, count: 0 }
      const taken = group === null ? null : takeBack(group, at)
      if (taken !== null) {
        places.set(id, { at: taken, count: count + taken.count })
        return null
      }
      places.delete(id)
      table.forgetPlan(id)
      return count
    },
  }
}
