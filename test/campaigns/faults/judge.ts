import type { Story } from './commands'
import { isOwn } from './intent'
import { touchable, touchOf, untouched, type Seen, type Touch, type Touchable } from './fields'
import type { Record } from './record'

/** Says what is wrong with how a title ended; `null` when nothing is. */
export type Verdict = (end: Seen | null) => string | null

/**
 * What a title must end as, from how things stand when everything has calmed down; `isRaced`:
 * somebody else took it off the list or put it there, and the app need not have heard.
 */
export function judge(
  { server, intent, presence, lastEntry }: Record,
  { service, rule }: Pick<Story, 'service' | 'rule'>,
  isRaced: boolean,
): Verdict {
  const stays: Verdict = (end) => same(end, server)
  const isOff: Verdict = (end) => (end === null ? null : 'is on the list')
  if (!intent) return stays
  const { want, back, was, agreed, met, tried, restores } = intent
  if (want === 'gone') {
    if (!server) return isOff
    // An addition that was taken back; the title is there because of us, or of somebody else too.
    const isFilled = touchable.some((field) => {
      return server[field] !== untouched[field] && !isOwn(intent, server, field)
    })
    if (!was) return presence === 'client' && !isFilled ? isOff : either(isOff, stays)
    const isAsBefore = (isOurs: (field: Touchable) => boolean) =>
      server.rest === was.rest &&
      touchable.every((field) => server[field] === was[field] || isOurs(field))
    const isKnown = isAsBefore((field) => server[field] === met[field])
    const isTaken = isAsBefore((field) => isOwn(intent, server, field))
    // Taken off and put there again by somebody else: another entry, whose number nobody knows here.
    if (agreed.includes('gone') || isRaced) return either(isOff, stays)
    if (isTaken && !isKnown) return either(isOff, stays)
    return isKnown || rule === 'mine' ? isOff : stays
  }
  const isAllAgreed =
    was !== null && touchable.every((field) => !(field in want) || agreed.includes(field))
  if (!server) {
    const wholeFrom = (seen: Touch | null) => ({
      ...untouched,
      ...(seen && touchOf(seen)),
      ...want,
    })
    // It is put back as it is shown, which may have more of somebody else than what was begun from.
    const asShown = was && lastEntry ? [was, lastEntry] : [was]
    const isBack: Verdict = (end) => {
      const wrongs = asShown.map((seen) => wrongFields(end, wholeFrom(seen)))
      const wrong = wrongs.find((one) => one === null) === null ? null : wrongs[0]
      return wrong ?? wrongRest(end)
    }
    if (was === null || presence === 'client') return isAllAgreed ? either(isBack, isOff) : isBack
    return isAllAgreed ? either(isOff, isBack) : rule === 'mine' ? isBack : isOff
  }

  function wrongRest(end: Seen | null) {
    // What v1 cannot write is lost when a title goes off the list and comes back.
    if (!was || service === 'anilist-v1') return null
    return end?.rest === was.rest ? null : `rest is ${end?.rest}, not ${was.rest}`
  }

  const there = server
  return (end) => {
    if (!end) return 'is not on the list'
    const wrong = touchable.filter((field) => !allowed(field).includes(end[field]))
    if (wrong.length > 0)
      return wrong.map((f) => `${f} is ${end[f]}, not ${allowed(f).join(' or ')}`).join()
    // Put back by both sides: what else it had is anybody's.
    if (end.rest === there.rest || restores) return null
    if (was === null && presence === 'remote') return null
    return `rest is ${end.rest}, not ${there.rest}`
  }

  function allowed(field: Touchable): readonly Touch[Touchable][] {
    const theirs = there[field]
    if (want === 'gone') return [theirs]
    const isTaken = field in tried && tried[field] === theirs
    const isBack = field in back && (rule === 'mine' || isTaken)
    const returned = isBack ? [back[field] as Touch[Touchable]] : []
    if (!(field in want)) return [theirs, ...returned]
    const mine = want[field] as Touch[Touchable]
    const before = was ? was[field] : untouched[field]
    const byRule = rule === 'mine' ? mine : theirs
    const possible = [before === theirs ? mine : byRule, ...(field in met ? [byRule] : [])]
    const decided = field in met && theirs === met[field] ? [mine] : possible
    const more = isTaken ? [...decided, mine] : decided
    // Who takes a removal back, or a value, wants nothing of what somebody else changed meanwhile.
    const isNothing = agreed.includes(field) || restores || mine === before
    return isNothing ? [theirs, ...more] : more
  }
}

function either(one: Verdict, other: Verdict): Verdict {
  return (end) => (one(end) === null ? null : other(end))
}

function same(end: Seen | null, server: Seen | null) {
  return JSON.stringify(end) === JSON.stringify(server)
    ? null
    : `is ${JSON.stringify(end)}, not ${JSON.stringify(server)}`
}

function wrongFields(end: Seen | null, whole: Touch) {
  if (!end) return 'is not on the list'
  const wrong = touchable.filter((field) => end[field] !== whole[field])
  return wrong.length > 0 ? wrong.map((f) => `${f} is ${end[f]}, not ${whole[f]}`).join() : null
}
