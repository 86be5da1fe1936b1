import type { Story } from './commands'
import { touchable, touchOf, untouched, type Seen, type Touch, type TouchPatch } from './fields'
import {
  beginsAnew,
  differing,
  fieldsIn,
  isOwn,
  pick,
  sentFields,
  split,
  withMet,
  type Intent,
} from './intent'
import { judge } from './judge'
import { createRecord, type Record } from './record'

export interface Leaving {
  readonly at: number
  readonly intents: readonly (Intent | null)[]
}

/** A snapshot may be so old, in ms, when something is written by it. */
const freshMs = 300_000

export type Expected = ReturnType<typeof createExpected>

/**
 * What a user would expect of the services, kept by looking at them from outside: every write must
 * be of something the user wants, over something the user knew of. It shares no code with the app.
 */
export function createExpected(
  story: Pick<Story, 'service' | 'rule'>,
  server: readonly (Seen | null)[],
  now: () => number,
) {
  const violations: string[] = []
  const records = server.map(createRecord)
  let isCalm = false

  const of = (title: number): Record => {
    const record = records[title]
    if (!record) throw new Error(`No title ${title}`)
    return record
  }

  /** The user changed a title that the app showed as `shown`; `null` takes it off the list. */
  function edited(title: number, patch: TouchPatch | null, shown: Touch | null) {
    const record = of(title)
    const { rest } = record
    const intent = beginsAnew(record.intent, shown) ? null : record.intent
    const old = intent?.want === 'gone' ? {} : (intent?.want ?? {})
    const oldFields = fieldsIn(old)
    const began = intent ? intent.was : shown && { ...shown, rest }
    const { met, tried } = intent ?? { met: {}, tried: {} }
    if (patch === null) {
      const was = began && { ...began, ...shown, ...pick(began, oldFields) }
      record.intent = { want: 'gone', back: {}, was, agreed: [], met, tried, restores: false }
      return
    }
    const isNew = began === null && oldFields.length === 0
    // An addition that was taken back may be there all the same: then its fields are set anew.
    const add = isNew ? { ...pick(untouched, fieldsIn(met)), status: untouched.status } : {}
    // Who puts a title back sees it as it was before what may have arrived of it since.
    const sent = intent?.want === 'gone' ? { ...tried, ...met } : {}
    const again = pick(
      began ?? {},
      fieldsIn(sent).filter((field) => sent[field] !== began?.[field]),
    )
    const all = { ...old, ...add, ...again, ...patch }
    const first = fieldsIn(patch).filter((field) => !(field in old))
    const seenNow = intent?.want === 'gone' ? null : shown
    // Who takes over what the service was seen to have goes on from there.
    const taken = fieldsIn(patch).filter((field) => record.learnt?.[field] === patch[field])
    const was = began && { ...began, ...pick(seenNow ?? began, first), ...pick(patch, taken) }
    const [wishes, returns] = split(
      fieldsIn(all),
      (field) => all[field] !== was?.[field] || field in met,
    )
    const agreed = (intent?.agreed ?? []).filter((field) => field !== 'gone' && !(field in patch))
    const back = { ...intent?.back, ...pick(all, returns) }
    const restores = shown === null && touchable.every((field) => field in patch)
    record.intent = { want: pick(all, wishes), back, was, agreed, met, tried, restores }
  }

  function raced(record: Record, leftAt: number, field: string) {
    const { remoteAt, toldAt, knownBefore, knownAt } = record
    const changedAt = remoteAt.get(field) ?? -Infinity
    // What left at the very moment of an answer may have known of it or not.
    const possible = toldAt === leftAt ? [knownBefore, knownAt] : [knownAt]
    return possible.some((known) => changedAt >= known && leftAt - known <= freshMs)
  }

  function blame(title: number, text: string, details: unknown) {
    violations.push(`title ${title}: ${text} ${JSON.stringify(details)}`)
  }

  /** A request of the app changed a title at the service. Call the answer when the app was told. */
  function applied(title: number, after: Seen | null, { at, intents }: Leaving): () => void {
    const record = of(title)
    const before = record.server
    const leave = intents[title] ?? null
    if (!isCalm) check(title, record, after, leave, at)
    record.server = after
    record.rest = after?.rest ?? record.rest
    if ((before === null) !== (after === null)) record.presence = 'client'
    meet(record, before, after, leave)
    return () => settle(record, before, after, leave)
  }

  function check(
    title: number,
    record: Record,
    after: Seen | null,
    leave: Intent | null,
    at: number,
  ) {
    const before = record.server
    const details = { before, after, leave }
    const isRaced = (field: string) => raced(record, at, field)
    if (before && !after) {
      if (leave?.want !== 'gone') return blame(title, 'taken off the list unasked', details)
      const unknown = differing(before, leave.was)
        .filter((field) => !isRaced(field))
        .filter((field) => field === 'rest' || !isOwn(leave, before, field))
      if (leave.was && unknown.length > 0) blame(title, `removed over ${unknown.join()}`, details)
      return
    }
    if (!before && after) {
      if (!leave || leave.want === 'gone') return blame(title, 'put on the list unasked', details)
      if (leave.was && record.presence === 'remote' && !isRaced('there')) {
        blame(title, 'put back unasked', details)
      }
      // A service that takes single fields makes a new entry of them when the old one was just removed.
      if (leave.was && story.service === 'anilist-v1' && isRaced('there')) return
      const whole = { ...untouched, ...(leave.was ? touchOf(leave.was) : {}), ...leave.want }
      const wrong = touchable.filter((field) => after[field] !== whole[field])
      if (wrong.length > 0) blame(title, `added with other ${wrong.join()}`, details)
      return
    }
    if (!before || !after) return
    // A service that takes whole entries only gets back what was last known of the others.
    const isReset = (field: string) => story.service === 'anisearch' && isRaced(field)
    // Who takes a removal back wants everything as it was.
    if (before.rest !== after.rest && !leave?.restores && !isReset('rest'))
      blame(title, 'something nobody touches changed', details)
    for (const field of touchable.filter((one) => before[one] !== after[one])) {
      const { want, back } = leave ?? { want: {}, back: {} }
      const isWanted =
        want !== 'gone' && [want, back].some((one) => field in one && one[field] === after[field])
      if (!isWanted && !isReset(field))
        blame(title, `${field} written though nobody wants it`, details)
      const knew = leave?.was ? leave.was[field] : untouched[field]
      // Nobody can tell an addition of ours, emptied again, from one that somebody else made.
      const isEmptied = record.presence === 'client' && before[field] === untouched[field]
      const isMet = before[field] === knew || isOwn(leave, before, field) || isEmptied
      if (isWanted && !isMet && !isRaced(field)) {
        blame(title, `${field} overwritten that the user never saw`, details)
      }
    }
  }

  /** It has arrived; whether the app will ever hear of it is another matter. */
  function meet(record: Record, before: Seen | null, after: Seen | null, leave: Intent | null) {
    const { intent } = record
    if (!intent) return
    if (!after) {
      record.intent = { ...intent, agreed: intent.want === 'gone' ? ['gone'] : intent.agreed }
      return
    }
    record.intent = withMet(intent, after, before ? sentFields(leave) : touchable)
  }

  /** The app knows that it has arrived: it is no wish any more. */
  function settle(record: Record, before: Seen | null, after: Seen | null, leave: Intent | null) {
    const { intent } = record
    if (!intent) return
    const { want, back, met } = intent
    const sent = sentFields(leave)
    if (want === 'gone') {
      const was = after && (before ? intent.was && { ...intent.was, ...pick(after, sent) } : after)
      record.intent = after ? { ...intent, want, was, agreed: [] } : null
      return
    }
    if (!after) {
      const all = intent.was ? touchOf(intent.was) : {}
      record.intent = {
        ...intent,
        want: { ...all, ...want },
        back: {},
        was: null,
        agreed: [],
        met: {},
        tried: {},
      }
      return
    }
    const was = intent.was && before ? { ...intent.was, ...pick(after, sent) } : after
    const isDone = (field: keyof Touch) =>
      (sent.includes(field) || !before) && after[field] === want[field]
    const left = touchable.filter((field) => field in want && !isDone(field))
    const isOver = left.length === 0 && fieldsIn(back).length === 0
    const open = pick(met, left)
    record.intent = isOver ? null : { ...intent, want: pick(want, left), was, met: open }
  }

  /** The app was told how the service had a title: `seen`, asked at a true time in ms. */
  function known(title: number, seen: Seen | null, askedAt: number) {
    const record = of(title)
    if (askedAt >= record.knownAt) {
      record.learnt = seen
      record.lastEntry = seen ?? record.lastEntry
    }
    if (record.toldAt !== now()) record.knownBefore = record.knownAt
    record.toldAt = now()
    record.knownAt = Math.max(record.knownAt, askedAt)
    const { intent } = record
    if (!intent) return
    const { want, back, was } = intent
    if (!seen) {
      if (want === 'gone') record.intent = null
      return
    }
    const tried = pick(
      seen,
      fieldsIn(intent.tried).filter((field) => isOwn(intent, seen, field)),
    )
    if (want === 'gone') return void (record.intent = { ...intent, tried })
    const [unmet, met] = split(fieldsIn(want), (field) => want[field] !== seen[field])
    const open = fieldsIn(back).filter((field) => back[field] !== seen[field])
    const known = { ...(was ?? { ...seen, ...pick(untouched, unmet) }), ...pick(seen, met) }
    const left = { want: pick(want, unmet), back: pick(back, open), was: known, tried }
    record.intent = unmet.length + open.length > 0 ? { ...intent, ...left } : null
  }

  return {
    violations,
    of,
    blame,
    edited,
    applied,
    intents: () => records.map(({ intent }) => intent),
    /** Another device changed a title. */
    remote(title: number, after: Seen | null) {
      const record = of(title)
      const { server, remoteAt } = record
      for (const field of differing(after, server)) remoteAt.set(field, now())
      if ((server === null) !== (after === null)) {
        record.presence = 'remote'
        remoteAt.set('there', now())
      }
      record.server = after
      record.rest = after?.rest ?? record.rest
    },
    known,
    /** What the user wanted of a title when a request left has not arrived; the app does not know. */
    lost(title: number, leave: Intent | null) {
      const record = of(title)
      const { intent } = record
      if (!intent || !leave || leave.want === 'gone') return
      record.intent = { ...intent, tried: { ...intent.tried, ...leave.want } }
    },
    /** The app was started anew: it takes nothing for known. */
    forgot() {
      for (const record of records)
        Object.assign(record, { knownAt: -Infinity, knownBefore: -Infinity })
    },
    /** From now on only what is left over happens. Answers what each title must end as. */
    calm() {
      isCalm = true
      return records.map((record) => judge(record, story, raced(record, now(), 'there')))
    },
  }
}
