import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SeasonOfYear, SeasonPart, SeasonTitle } from '../../../shared/airing-season'
import type { LibraryEvents } from '../../../shared/ipc/library'
import { call, on } from '../api'
import { useNoticesStore } from './notices'

export interface ShownSeason {
  readonly accountId: number
  readonly of: SeasonOfYear
  readonly titles: readonly SeasonTitle[]
  /** Adult titles that are left out. */
  readonly hidden: number
  /** Unix ms at which the service told it. */
  readonly askedAt: number
}

/** The season that is looked at, whole, in step with the list. */
export const useSeasonStore = defineStore('season', () => {
  const notices = useNoticesStore()
  const shown = shallowRef<ShownSeason | null>(null)
  const isLoading = shallowRef(false)
  let latest = 0

  /** Reads all parts of a season; one that was overtaken by another is dropped. */
  async function load(accountId: number, of: SeasonOfYear) {
    latest += 1
    const mine = latest
    isLoading.value = true
    const parts: SeasonPart[] = []
    await notices.attempt(async () => {
      for (let offset: number | null = 0; offset !== null && mine === latest;) {
        const part: SeasonPart = await call('airing:season', accountId, of, offset)
        parts.push(part)
        offset = part.next
      }
    })
    if (mine !== latest) return
    isLoading.value = false
    const last = parts.at(-1)
    if (!last) {
      shown.value = null
      return
    }
    const titles = parts.flatMap((part) => part.titles)
    shown.value = { accountId, of, titles, hidden: last.hidden, askedAt: last.askedAt }
  }

  function follow({ accountId, rows, removed }: LibraryEvents['library:changed']) {
    const season = shown.value
    if (season?.accountId !== accountId) return
    const changed = new Map(rows.map(({ title, entry }) => [title, entry]))
    const gone = new Set(removed)
    const titles = season.titles.map((each) => {
      const { title } = each.ref
      const now = changed.get(title)
      if (now) return { ...each, entry: { status: now.status, progress: now.progress } }
      return gone.has(title) && each.entry ? { ...each, entry: null } : each
    })
    if (titles.some((each, at) => each !== season.titles[at])) shown.value = { ...season, titles }
  }

  on('library:changed', follow)

  return { shown, isLoading, load }
})
