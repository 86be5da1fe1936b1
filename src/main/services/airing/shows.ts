import type { ShowRow, ShowsTable } from '../../db/airing-shows'

export type Shows = ReturnType<typeof createShows>

/**
 * Which work is meant: one show for all names that services and accounts have for it, so that an
 * episode is one episode on any number of lists.
 */
export function createShows(table: ShowsTable, onMerge: (kept: number, gone: number) => void) {
  const rows = new Map<number, ShowRow>()
  const byName = new Map<string, number>()
  const names = new Map<number, Set<string>>()
  read()

  function read() {
    for (const known of [rows, byName, names]) known.clear()
    for (const row of table.all()) rows.set(row.id, row)
    for (const { name, show } of table.names()) hold(name, show)
  }

  function hold(name: string, show: number) {
    byName.set(name, show)
    names.set(show, (names.get(show) ?? new Set()).add(name))
  }

  function need(id: number): ShowRow {
    const row = rows.get(id)
    if (!row) throw new Error(`There is no show ${id}`)
    return row
  }

  function put(row: ShowRow) {
    table.put(row)
    rows.set(row.id, row)
  }

  function add(name: string): number {
    const row = table.add([name])
    rows.set(row.id, row)
    hold(name, row.id)
    return row.id
  }

  function merge(one: number, other: number): number {
    const kept = joined(need(Math.min(one, other)), need(Math.max(one, other)))
    const gone = Math.max(one, other)
    table.merge(kept, gone)
    rows.delete(gone)
    rows.set(kept.id, kept)
    for (const name of names.get(gone) ?? []) hold(name, kept.id)
    names.delete(gone)
    onMerge(kept.id, gone)
    return kept.id
  }

  /** A work has one name of each family; two that differ are two works, whatever else says. */
  function mayBe(show: number, others: Iterable<string>): boolean {
    const own = names.get(show) ?? new Set()
    for (const name of others) {
      const family = familyOf(name)
      for (const each of own) if (each !== name && familyOf(each) === family) return false
    }
    return true
  }

  return {
    /** Reads anew what is on the disk: something of it was rolled back. */
    read,
    get: need,
    all: () => rows.values(),
    put,
    find: (name: string) => byName.get(name) ?? null,
    namesOf: (show: number): readonly string[] => [...(names.get(show) ?? [])],
    /**
     * The show of this name, made when there is none. Its other names are learnt; shows that turn
     * out to be the same become one, unless they have different names of the same family: services
     * do not always cut works into the same parts.
     */
    of(name: string, ...others: readonly string[]): number {
      const links = others.flatMap((other) => byName.get(other) ?? [])
      let show = byName.get(name) ?? links.find((id) => mayBe(id, [name])) ?? add(name)
      if (!byName.has(name)) {
        table.name(name, show)
        hold(name, show)
      }
      for (const other of others) {
        const linked = byName.get(other)
        if (linked === show) continue
        if (linked !== undefined) {
          if (mayBe(linked, names.get(show) ?? [])) show = merge(show, linked)
        } else if (mayBe(show, [other])) {
          table.name(other, show)
          hold(other, show)
        }
      }
      return show
    },
  }
}

/** `real anilist` of `real anilist 123`. */
function familyOf(name: string) {
  return name.slice(0, name.lastIndexOf(' '))
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
