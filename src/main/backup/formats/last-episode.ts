import { textOf } from '../json'
import type { createDraft } from '../values/draft'

/**
 * Sets the progress from the last episode that was seen: `E12`, `S01E12` or `12`. Seasons beyond the
 * first say nothing about one title's episodes, and are kept with a warning.
 */
export function setLastEpisode(draft: ReturnType<typeof createDraft>, name: string): void {
  const value = draft.take(name)
  const text = textOf(value)
  if (text === null) return
  const match = /^(?:S0*1)?E?(\d+)$/i.exec(text.trim())
  if (match === null) draft.refuse('unknown-value', name, value)
  else draft.put('progress', name, Number(match[1]))
}
