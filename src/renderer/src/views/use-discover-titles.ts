import { computed, type Ref } from 'vue'
import type { Page } from '../../../shared/community/paging'
import type { Media } from '../../../shared/media'
import type { Looked } from '../../../shared/looked-up'
import type { OnAir } from '../../../shared/community/airing'
import { call } from '../api'
import { useLookedUpPages } from '../composables/use-looked-up-pages'
import { useShowsAdult } from '../composables/use-shows-adult'
import type { Wanted } from '../discover/address'

/** The titles that fit, page by page; adult ones are counted where they are not to be shown. */
export function useDiscoverTitles(wanted: Readonly<Ref<Wanted>>) {
  const allowed = useShowsAdult()

  const found = useLookedUpPages<Media>(() => {
    const { place, query } = wanted.value
    if (place === 'on-air') {
      return { key: 'on-air', ask: async (look) => asPage(await call('discover:on-air', look)) }
    }
    if (place !== 'anime' && place !== 'manga') return null
    const sorted = query.text === '' ? query : { ...query, sort: 'match' as const }
    const asked = query.text !== '' && query.sort === 'popularity' ? sorted : query
    return {
      key: JSON.stringify(asked),
      ask: (look, page) => call('discover:browse', look, asked, page),
    }
  })

  const shown = computed(() => {
    const keys = new Set<string>()
    return found.items.value
      .filter(({ adult }) => allowed.value || !adult)
      .filter(({ key }) => !keys.has(key) && keys.add(key))
      .map((media) => ({ title: media.key, media }))
  })

  return {
    found,
    shown,
    hiddenAdult: computed(() =>
      allowed.value ? 0 : found.items.value.filter(({ adult }) => adult).length,
    ),
  }
}

function asPage(seen: Looked<readonly OnAir[]>): Looked<Page<Media>> {
  if (!seen) return null
  const items = seen.value.map(({ media }) => media)
  return { ...seen, value: { items, hasNext: false, total: items.length } }
}
