import { touchable, type Touch, type TouchPatch } from './fields'

export interface Shown {
  readonly title: number
  readonly before: Touch | null
  readonly after: Touch | null
}

/** What Ctrl+Z takes back: the edits of this run of the app, the latest first. */
export function createUndoStack() {
  const stack: (readonly Shown[])[] = []
  return {
    clear: () => void stack.splice(0),
    push(group: readonly Shown[]) {
      const changed = group.filter(
        ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
      )
      if (changed.length > 0) stack.push(changed)
    },
    pop: () => stack.pop(),
    /**
     * What taking back a change sets; `null` is off the list. Fields of which the same is shown
     * before and after it were left alone, as it may be with those that somebody else changed.
     */
    patchOf(
      { before, after }: Shown,
      shown: readonly (Touch | null | undefined)[],
      theirs: ReadonlyMap<string, number>,
    ): TouchPatch | null {
      if (!before || !after) return before
      const fields = touchable
        .filter((field) => before[field] !== after[field])
        .filter((field) => !theirs.has(field) || shown[0]?.[field] !== shown[1]?.[field])
      return Object.fromEntries(fields.map((field) => [field, before[field]]))
    },
  }
}
