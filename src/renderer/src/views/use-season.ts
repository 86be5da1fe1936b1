import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { addSeasons, seasonOfDay, type SeasonOfYear } from '../../../shared/airing-season'
import { type Season, seasons } from '../../../shared/media'
import { localTime } from '../../../shared/zoned-time'
import { seasonGroups, type SeasonWish, wishCounts } from '../airing/season'
import { useAccountsStore } from '../stores/accounts'
import { useSeasonStore } from '../stores/season'

/** Seasons begin where they are broadcast. */
const japan = 'Asia/Tokyo'

/** The season of the address, or the one that runs, and what is to be seen of it. */
export function useSeason() {
  const route = useRoute()
  const router = useRouter()
  const accounts = useAccountsStore()
  const store = useSeasonStore()
  const current = seasonOfDay(localTime(Date.now(), japan).day)
  const wishes = shallowRef<readonly SeasonWish[]>([])

  const season = computed<SeasonOfYear>({
    get: () => readSeason(route.query) ?? current,
    set: ({ year, season: name }) =>
      void router.replace({ query: { ...route.query, year: String(year), season: name } }),
  })
  const asked = computed(() => `${accounts.active?.id} ${season.value.year} ${season.value.season}`)
  watch(
    asked,
    () => {
      const account = accounts.active
      if (account && route.name === 'season') void store.load(account.id, season.value)
    },
    { immediate: true },
  )

  const shown = computed(() => {
    const { shown: known } = store
    if (known?.accountId !== accounts.active?.id) return null
    return known?.of.year === season.value.year && known.of.season === season.value.season
      ? known
      : null
  })
  const counts = computed(() => wishCounts(shown.value?.titles ?? []))
  const groups = computed(() => {
    // A wish that cannot be told here holds for nothing.
    const able = wishes.value.filter((wish) => counts.value[wish] !== null)
    return seasonGroups(shown.value?.titles ?? [], able)
  })

  return {
    season,
    wishes,
    shown,
    counts,
    groups,
    isLoading: computed(() => store.isLoading && !shown.value),
    /** Further on nothing is announced. */
    newestYear: addSeasons(current, 4).year,
  }
}

function readSeason({ year, season }: Readonly<Record<string, unknown>>): SeasonOfYear | null {
  const isYear = typeof year === 'string' && /^(19|20|21)\d\d$/.test(year)
  return isYear && isSeason(season) ? { year: Number(year), season } : null
}

function isSeason(name: unknown): name is Season {
  return seasons.some((season) => season === name)
}
