import type { DigestLine, Toast } from '../../../shared/airing'
import { ranges } from '../../../shared/ranges'
import type { AiringWords } from './airing-words'

export interface ToastText {
  readonly title: string
  readonly body: string
  /** What its buttons say, in their order; what they do is `toastActs`. */
  readonly buttons: readonly string[]
}

export type ToastAct = 'plus' | 'open' | 'mute'

/** What the buttons of a notification do, in their order. */
export const toastActs: Readonly<Record<Toast['kind'], readonly ToastAct[]>> = {
  episode: ['plus', 'open', 'mute'],
  sequel: ['open', 'mute'],
  digest: [],
}

/** Systems cut long texts; the list in the window has them all. */
const shownLines = 5

/** A notification in words; a digest that comes once a day says nothing of being away. */
export function toastText(toast: Toast, words: AiringWords, isDaily = false): ToastText {
  const buttons = toastActs[toast.kind].map((act) => words[`${act}Button`])
  switch (toast.kind) {
    case 'episode':
      return {
        title: words.isOut(toast.name, toast.episode),
        body: toast.episode === 1 ? words.premiere(toast.name) : '',
        buttons,
      }
    case 'sequel':
      return { title: words.sequel(toast.name), body: words.sequelMore, buttons }
    case 'digest':
      return {
        title: digestTitle(toast.lines, words, isDaily),
        body: digestBody(toast.lines, words),
        buttons,
      }
  }
}

function digestTitle(lines: readonly DigestLine[], words: AiringWords, isDaily: boolean): string {
  const told = lines.filter(({ kind }) => kind === 'episode')
  const episodes = told.reduce((sum, line) => sum + line.episodes.length, 0)
  if (episodes > 0) {
    const what = words.digest(episodes, told.length)
    return isDaily ? words.today(what) : words.away(what)
  }
  const [first] = lines
  return lines.length === 1 && first ? words.sequel(first.name) : words.appName
}

function digestBody(lines: readonly DigestLine[], words: AiringWords): string {
  const shown = lines.slice(0, shownLines).map((line) => lineText(line, words))
  const rest = lines.length - shown.length
  return [...shown, ...(rest > 0 ? [words.more(rest)] : [])].join('\n')
}

function lineText({ kind, name, episodes }: DigestLine, words: AiringWords): string {
  return kind === 'sequel' ? `${name}: ${words.announced}` : `${name} ${ranges(episodes)}`
}
