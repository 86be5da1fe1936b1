/** Runs at most `size` tasks at once, the others in the order they came. */
export function createSlots(size: number) {
  const waiting: (() => void)[] = []
  let busy = 0

  function next() {
    if (busy >= size) return
    waiting.shift()?.()
  }

  return {
    /**
     * Runs `task` when it is its turn. Rejects with the signal's reason, and never starts it, when
     * nobody wants it any more before that.
     */
    async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
      await new Promise<void>((resolve, reject) => {
        const turn = () => {
          signal.removeEventListener('abort', leave)
          busy += 1
          resolve()
        }
        const leave = () => {
          waiting.splice(waiting.indexOf(turn), 1)
          reject(asError(signal.reason))
        }
        if (signal.aborted) return reject(asError(signal.reason))
        signal.addEventListener('abort', leave, { once: true })
        waiting.push(turn)
        next()
      })
      try {
        return await task()
      } finally {
        busy -= 1
        next()
      }
    },
  }
}

function asError(reason: unknown) {
  return reason instanceof Error ? reason : new Error(String(reason))
}
