import { onScopeDispose } from 'vue'

/** Runs `task` once, `afterMs` after the latest `start`. */
export function useCountdown(afterMs: number, task: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop() {
    clearTimeout(timer)
  }

  onScopeDispose(stop)
  return {
    stop,
    start() {
      stop()
      timer = setTimeout(task, afterMs)
    },
  }
}
