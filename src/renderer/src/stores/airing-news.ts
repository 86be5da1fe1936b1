import { on } from '../api'

/** Changes come in bursts, in ms. */
const gatherMs = 150

/**
 * Calls `reload` soon after anything of the schedule, of what was said, or of an account's list
 * changed; returns the function that stops it.
 */
export function onAiringNews(reload: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  function soon() {
    timer ??= setTimeout(() => {
      timer = undefined
      reload()
    }, gatherMs)
  }

  const stops = [
    on('airing:changed', soon),
    on('airing:said', soon),
    on('library:changed', soon),
    on('library:reload', soon),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
