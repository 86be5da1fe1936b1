import { computed, type Ref, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { complete } from '../../../shared/query/complete'
import type { Problem } from '../../../shared/query/problem'
import { knownNames } from '../finding/known-names'
import { withTab } from '../finding/smart-lists'
import { languages } from '../i18n'
import { builtInQuery, pathOf, type Place } from '../library/place'
import { useLibraryStore } from '../stores/library'
import { useSmartListsStore } from '../stores/smart-lists'

interface Options {
  readonly place: Readonly<Ref<Place>>
  readonly filter: Ref<string>
  readonly problems: Readonly<Ref<readonly Problem[]>>
}

const mostCandidates = 12

/** The filter of a list beside its rows: completion, what is wrong with it, keeping it under a name. */
export function useLibraryFinding({ place, filter, problems }: Options) {
  const { t, locale } = useI18n()
  const router = useRouter()
  const library = useLibraryStore()
  const smartLists = useSmartListsStore()

  /** Where one types; `null` while the keyboard is elsewhere. */
  const cursor = ref<number | null>(null)
  /** What the user is being asked at the moment. */
  const asking = ref<'name' | 'new-name' | 'remove' | null>(null)

  const list = computed(() => smartLists.find(place.value.smart))
  const listName = computed(() => {
    if (builtInQuery(place.value) !== null) return t('shell.hidden')
    return list.value && (list.value.name || t('finding.ready'))
  })

  /** The first thing that is wrong, but not where one is still typing. */
  const problem = computed(
    () =>
      problems.value.find(
        ({ from, to }) => cursor.value === null || cursor.value < from || cursor.value > to,
      ) ?? null,
  )

  function completeHere(text: string, at: number) {
    return complete(text, at, {
      language: languages.find((each) => each === locale.value) ?? 'en',
      names: (field) => knownNames(library.lists[place.value.kind], field),
      most: mostCandidates,
    })
  }

  function mend({ from, to, suggestion }: Problem) {
    if (suggestion === null) return
    filter.value = filter.value.slice(0, from) + suggestion + filter.value.slice(to)
  }

  /** The filter as it would be kept: what the tab says is a part of it. */
  const query = computed(() => withTab(filter.value, place.value.tab))

  async function keep(name: string) {
    const renamed = asking.value === 'name' && list.value
    asking.value = null
    if (renamed) return smartLists.change(renamed.id, { name })
    const { kind } = place.value
    const id = await smartLists.add({ name, kind, query: query.value })
    await router.push(pathOf({ kind, tab: { type: 'all' }, smart: id }))
  }

  async function remove() {
    const gone = list.value
    if (!gone) return
    await router.push(pathOf({ kind: place.value.kind, tab: { type: 'all' } }))
    await smartLists.remove(gone.id)
  }

  return {
    cursor,
    problem,
    complete: completeHere,
    mend,
    list,
    listName,
    isChanged: computed(() => list.value !== null && list.value.query !== filter.value.trim()),
    asking,
    ask: (what: typeof asking.value) => (asking.value = what),
    query,
    keep,
    remove,
    update: () => list.value && smartLists.change(list.value.id, { query: filter.value.trim() }),
    move: (by: 1 | -1) => list.value && smartLists.move(list.value.id, by),
  }
}

export type LibraryFinding = ReturnType<typeof useLibraryFinding>
