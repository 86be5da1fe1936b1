import { touchable, type Seen, type Touch, type TouchPatch } from './fields'

/** What the user wants of a title and the service did not get yet. */
export interface Intent {
  /** Values of fields, or the title off the list. */
  readonly want: TouchPatch | 'gone'
  /** Fields that were changed and changed back: the app may have nothing to send, or say so. */
  readonly back: TouchPatch
  /** What the user took the service to have when wishing; `null`: not on the list. */
  readonly was: Seen | null
  /** Wishes that the service has been seen to fulfil, which the app may know: fields, or `gone`. */
  readonly agreed: readonly string[]
  /** Values that the service had since, which the app may know: of our own, or as we wanted them. */
  readonly met: TouchPatch
  /** What left and did not arrive: where the service has the same of somebody else, the app takes it for its own. */
  readonly tried: TouchPatch
  /** A removal is taken back: everything shall be as it was. */
  readonly restores: boolean
}

export function fieldsIn(patch: TouchPatch): readonly (keyof Touch)[] {
  return touchable.filter((field) => field in patch)
}

export function split<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))]
}

export function sentFields(leave: Intent | null): readonly (keyof Touch)[] {
  return leave && leave.want !== 'gone' ? fieldsIn(leave.want) : []
}

/** Of these fields, those that the service has as they are wanted. */
export function withMet(intent: Intent, has: Seen, fields: readonly (keyof Touch)[]): Intent {
  const { want } = intent
  const agreed = want === 'gone' ? [] : fields.filter((field) => want[field] === has[field])
  return {
    ...intent,
    agreed: [...new Set([...intent.agreed, ...agreed])],
    met: { ...intent.met, ...pick(has, want === 'gone' ? fields : agreed) },
  }
}

/** Whether what the service has of a field may be what we sent ourselves. */
export function isOwn(intent: Intent | null, has: Seen, field: keyof Touch): boolean {
  return [intent?.met, intent?.tried].some(
    (sent) => sent !== undefined && field in sent && sent[field] === has[field],
  )
}

export function differing(a: Seen | null, b: Seen | null): (keyof Seen)[] {
  return ([...touchable, 'rest'] as const).filter((field) => a?.[field] !== b?.[field])
}

export function pick(from: TouchPatch, fields: readonly (keyof Touch)[]): TouchPatch {
  return Object.fromEntries(
    fields.filter((field) => field in from).map((field) => [field, from[field]]),
  )
}

/**
 * What is shown again after it was taken off came from elsewhere, and what is not shown any more,
 * though only wishes taken back are left of it, went there.
 */
export function beginsAnew(intent: Intent | null, shown: Touch | null): boolean {
  if (intent?.want === 'gone') return shown !== null
  return intent !== null && shown === null && fieldsIn(intent.want).length === 0
}
