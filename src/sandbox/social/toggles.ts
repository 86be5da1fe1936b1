import { createTable, type Changes } from '../core/table'

interface Mark {
  key: string
  from: number
  target: string
  order: number
}

/** Marks that somebody has set on something: hearts, likes, follows, subscriptions. */
export interface Toggles {
  wasKept: boolean
  has(from: number, target: string): boolean
  set(from: number, target: string, on: boolean): void
  /** Turns it round; what it is now. */
  toggle(from: number, target: string): boolean
  /** Who has marked the target, first ones first. */
  of(target: string): number[]
  /** What somebody has marked, first marks first. */
  by(from: number): string[]
  /** Takes away all marks on a target that is no more. */
  forget(target: string): void
}

export function createToggles(name: string, changes: Changes): Toggles {
  const marks = createTable<string, Mark>(name, (mark) => mark.key, changes)
  const keyOf = (from: number, target: string): string => `${from} ${target}`
  const inOrder = (): Mark[] => marks.rows().sort((a, b) => a.order - b.order)

  function set(from: number, target: string, on: boolean): void {
    const key = keyOf(from, target)
    if (!on) marks.remove(key)
    else if (!marks.get(key)) marks.put({ key, from, target, order: nextOrder() })
  }
  let next = marks.rows().reduce((most, mark) => Math.max(most, mark.order + 1), 1)
  const nextOrder = (): number => next++

  return {
    wasKept: marks.wasKept,
    has: (from, target) => marks.get(keyOf(from, target)) !== undefined,
    set,
    toggle(from, target) {
      const on = marks.get(keyOf(from, target)) === undefined
      set(from, target, on)
      return on
    },
    of: (target) =>
      inOrder()
        .filter((mark) => mark.target === target)
        .map((mark) => mark.from),
    by: (from) =>
      inOrder()
        .filter((mark) => mark.from === from)
        .map((mark) => mark.target),
    forget(target) {
      for (const mark of marks.rows()) if (mark.target === target) marks.remove(mark.key)
    },
  }
}
