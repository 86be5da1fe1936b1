import type { TitleKey } from '../../../src/shared/media'
import type { EditLine, Shown, Values } from './words'

const nothing: Values = { progress: 0, notes: '' }

export type Record = ReturnType<typeof createRecord>

/**
 * What was acknowledged, kept outside of the app. An edit that was begun and not answered for when
 * the app was killed may or may not be there; everything else must be.
 */
export function createRecord() {
  const acknowledged = new Map<TitleKey, Values | null>()
  let open: EditLine | null = null

  const of = (title: TitleKey) => acknowledged.get(title) ?? null

  function after({ title, patch }: EditLine): Values | null {
    return patch && { ...(of(title) ?? nothing), ...patch }
  }

  return {
    /** The list as it was before anything happened. */
    begin(rows: readonly Shown[]) {
      for (const { title, values } of rows) acknowledged.set(title, values)
    },
    edit(line: EditLine) {
      if (line.is === 'try') open = line
      else {
        acknowledged.set(line.title, after(line))
        open = null
      }
    },
    /** The app started anew and shows this. Answers what was lost, in words. */
    shows(rows: readonly Shown[]): string[] {
      const there = new Map(rows.map(({ title, values }) => [title, values]))
      const lost: string[] = []
      for (const title of new Set([...acknowledged.keys(), ...there.keys()])) {
        const is = there.get(title) ?? null
        const isBegun = open?.title === title && same(is, after(open))
        if (same(is, of(title)) || isBegun) acknowledged.set(title, is)
        else lost.push(`${title} shows ${say(is)}, acknowledged was ${say(of(title))}`)
      }
      open = null
      return lost
    },
    all: () => [...acknowledged],
  }
}

export function same(a: Values | null, b: Values | null): boolean {
  return a?.progress === b?.progress && a?.notes === b?.notes
}

export function say(values: Values | null): string {
  return values ? JSON.stringify(values) : 'nothing'
}
