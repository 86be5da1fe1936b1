import { fold } from '../../../shared/titles'
import type { Action } from './action'
import type { Usage } from './usage'

/**
 * How well a text fits what was typed (both folded), 0 the best; `null` when it does not. The begin
 * of the text comes before the begin of a word, that before any other part, and that before letters
 * in their order (`gst` for "Go to statistics").
 */
export function fitOf(text: string, typed: string): number | null {
  if (typed === '') return 0
  if (text.startsWith(typed)) return 0
  const at = text.indexOf(typed)
  if (at > 0) return beginsWord(text, at) || anyWordBegins(text, typed) ? 1 : 2
  const words = typed.split(/\s+/).filter(Boolean)
  if (words.length > 1 && words.every((word) => text.includes(word))) return 2
  return hasInOrder(text, typed.replaceAll(' ', '')) ? 3 : null
}

/** The actions that fit, the best first; of equal ones those that are used most. */
export function rankActions(
  actions: readonly Action[],
  typed: string,
  usage: Usage,
): readonly Action[] {
  const wanted = fold(typed).trim()
  return actions
    .flatMap((action, at) => {
      const fit = bestFit(action, wanted)
      return fit === null ? [] : [{ action, at, fit, used: usage[action.id] ?? 0 }]
    })
    .toSorted((a, b) => a.fit - b.fit || b.used - a.used || a.at - b.at)
    .map(({ action }) => action)
}

function bestFit({ name, words }: Action, typed: string): number | null {
  const byName = fitOf(fold(name), typed)
  if (byName !== null && byName < 3) return byName
  const byWords = words === undefined ? null : fitOf(fold(words), typed)
  return byWords !== null && byWords < 3 ? byWords + 0.5 : byName
}

function beginsWord(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
}

function anyWordBegins(text: string, typed: string): boolean {
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    if (beginsWord(text, at)) return true
  }
  return false
}

/** Every letter in its order, the first of them at the begin of a word. */
function hasInOrder(text: string, typed: string): boolean {
  if (typed.length < 2) return false
  let from = -1
  for (const [at, letter] of [...typed].entries()) {
    do from = text.indexOf(letter, from + 1)
    while (at === 0 && from >= 0 && !beginsWord(text, from))
    if (from < 0) return false
  }
  return true
}
