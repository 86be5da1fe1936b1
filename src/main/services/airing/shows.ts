import type { ShowRow, ShowsTable } from '../../db/airing-shows'

export type Shows = ReturnType<typeof createShows>

/**
 * Which work is meant: one show for all names that services and accounts have for it, so that an
 * episode is one episode on any number of lists.
 */
export function createShows(table: ShowsTable, onMerge: (kept: number, gone: number) => void) {
  const rows = new Map(table.all().map((row) => [row.id, row]))
  const byName = new Map(table.names().map(({ name, show }) => [name, show]))

  function need(id: number): ShowRow {
    const row = rows.get(id)
    if (!row) throw new Error(`There is no show ${id}`)
    return row
  }

  function put(row: ShowRow) {
    table.put(row)
    rows.set(row.id, row)
  }

  function merge(ids: readonly number[]): number {
    const [first, ...others] = [...ids].sort((a, b) => a - b).map(need)
    if (!first) throw new Error('Nothing to merge')
    let kept = first
    for (const gone of others) {
      kept = joined(kept, gone)
      table.merge(kept, gone.id)
      rows.delete(gone.id)
      rows.set(kept.id, kept)
      for (const [name, show] of byName) if (show === gone.id) byName.set(name, kept.id)
      onMerge(kept.id, gone.id)
    }
    return kept.id
  }

  return {
    get: need,
    all: () => rows.values(),
    put,
    find: (name: string) => byName.get(name) ?? null,
    namesOf: (show: number) => [...byName].filter(([, id]) => id === show).map(([name]) => name),
    /**
     * The show that has any of these names; it has all of them afterwards. Shows that turn out to
     * be the same become one.
     */
    of(names: readonly string[]): number {
      const known = [...new Set(names.flatMap((name) => byName.get(name) ?? []))]
      if (known.length === 0) {
        const row = table.add(names)
        rows.set(row.id, row)
        for (const name of names) byName.set(name, row.id)
        return row.id
      }
      const show = known.length === 1 && known[0] !== undefined ? known[0] : merge(known)
      for (const name of names) {
        if (byName.has(name)) continue
        table.name(name, show)
        byName.set(name, show)
      }
      return show
    },
  }
}

/** What is known of either; the better schedule counts. */
function joined(kept: ShowRow, gone: ShowRow): ShowRow {
  const followed = [kept, gone].filter((row) => row.followed)
  const better = gone.rank > kept.rank ? gone : kept
  return {
    id: kept.id,
    muted: kept.muted || gone.muted,
    delay: kept.delay ?? gone.delay,
    followed: followed.length > 0,
    since: followed.length > 0 ? Math.min(...followed.map(({ since }) => since)) : kept.since,
    rank: better.rank,
    asked: better.asked,
    coveredUntil: better.coveredUntil,
  }
}
