import type { MenuItemConstructorOptions } from 'electron'
import type { AiringState } from '../../../shared/airing'
import type { EntryRef } from '../../../shared/entry'
import type { QueueStatus } from '../../../shared/queue'
import type { AiringAct } from '../../environment'
import type { AiringWords } from './airing-words'

export interface TrayFacts {
  readonly airing: AiringState
  readonly queue: Pick<QueueStatus, 'waiting' | 'sending' | 'attention' | 'conflicts'>
  /** Unix ms. */
  readonly now: number
}

export interface TrayActs {
  readonly act: (act: AiringAct) => void
  readonly open: (what: EntryRef | 'queue' | null) => void
  readonly quit: () => void
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const separator: MenuItemConstructorOptions = { type: 'separator' }

/** The menu of the tray: what is ready, what comes next, how things stand. */
export function trayTemplate(
  { airing, queue, now }: TrayFacts,
  words: AiringWords,
  acts: TrayActs,
): MenuItemConstructorOptions[] {
  const ready = airing.titles.map(({ ref, name, ready: count, next }) => ({
    id: `plus ${ref.accountId} ${ref.title}`,
    label: literal(words.plus(name, next) + (count > 1 ? words.moreReady(count) : '')),
    click: () => acts.act({ do: 'plus', ref, episode: next }),
  }))
  const upcoming = airing.upcoming.map(({ ref, name, episode, airingAt }) => ({
    id: `next ${ref.accountId} ${ref.title}`,
    label: literal(words.airs(name, episode, spanText(airingAt * 1000 - now, words))),
    click: () => acts.open(ref),
  }))
  return [
    ...(ready.length > 0 ? ready : [{ label: words.nothingReady, enabled: false }]),
    separator,
    ...upcoming,
    ...(upcoming.length > 0 ? [separator] : []),
    pauseItem(airing.pausedUntil, words, acts),
    { id: 'queue', label: queueText(queue, words), click: () => acts.open('queue') },
    separator,
    { id: 'open', label: words.open, click: () => acts.open(null) },
    { id: 'quit', label: words.quit, click: () => acts.quit() },
  ]
}

function pauseItem(until: number | null, words: AiringWords, acts: TrayActs) {
  const label =
    until === null
      ? words.pause
      : words.goOn(new Date(until).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }))
  const minutes = until === null ? 60 : 0
  return { id: 'pause', label, click: () => acts.act({ do: 'pause', minutes }) }
}

function queueText(
  { waiting, sending, attention, conflicts }: TrayFacts['queue'],
  words: AiringWords,
) {
  if (attention + conflicts > 0) return words.needsYou(attention + conflicts)
  return waiting + sending > 0 ? words.waiting(waiting + sending) : words.saved
}

/** Rounded up, so that nobody reads "0 min" and waits. */
function spanText(ms: number, words: AiringWords): string {
  const up = Math.max(minute, Math.ceil(ms / minute) * minute)
  if (up >= day) return words.days(Math.floor(up / day), Math.floor((up % day) / hour))
  if (up >= hour) return words.hours(Math.floor(up / hour), (up % hour) / minute)
  return words.minutes(up / minute)
}

/** A single & would name a key on Windows and Linux. */
function literal(label: string): string {
  return label.replaceAll('&', '&&')
}
