import { AppError } from '../../../shared/failure'

export type Turns = ReturnType<typeof createTurns>

/** Who may touch the open file: changes as they come, or one who needs it to stay as it is. */
export function createTurns() {
  const changes = new Set<Promise<unknown>>()
  let isHeld = false

  function refuseIfHeld() {
    if (isHeld) throw new AppError({ code: 'invalid-input', reason: 'import-starting' })
  }

  return {
    /** Failures: `invalid-input` (`import-starting`) while the file is held, and those of the work. */
    async change<T>(work: () => Promise<T>): Promise<T> {
      refuseIfHeld()
      const running = work()
      changes.add(running)
      try {
        return await running
      } finally {
        changes.delete(running)
      }
    },
    /** Waits for the changes that run, and refuses new ones until the work has ended. Failures: as above. */
    async hold<T>(work: () => Promise<T>): Promise<T> {
      refuseIfHeld()
      isHeld = true
      try {
        await Promise.allSettled(changes)
        return await work()
      } finally {
        isHeld = false
      }
    },
  }
}
