import { onScopeDispose, type Ref, shallowRef, watch } from 'vue'
import type { Account } from '../../../shared/account'
import { showsAdult } from '../../../shared/adult'
import type { MediaKind } from '../../../shared/media'
import { useWholeLists } from '../composables/use-whole-lists'
import { inSlices } from '../statistics/slices'
import { createTally, type Tally } from '../statistics/tally'
import { useLibraryStore } from '../stores/library'
import { useSettingsStore } from '../stores/settings'

/** Counts the list of one kind anew whenever it has changed, a slice at a time. */
export function useStatistics(
  account: Readonly<Ref<Account | null>>,
  kind: Readonly<Ref<MediaKind>>,
) {
  const library = useLibraryStore()
  const settings = useSettingsStore()
  const readLists = useWholeLists()
  const tally = shallowRef<Tally | null>(null)
  let latest = 0
  onScopeDispose(() => (latest += 1))

  watch(account, () => void readLists(), { immediate: true })
  watch(
    () =>
      [
        library.lists[kind.value],
        library.touches,
        showsAdult(settings.settings, account.value),
        account.value?.options.scoreFormat,
      ] as const,
    ([set]) => {
      if (set) void count(set)
    },
    { immediate: true },
  )

  async function count(set: NonNullable<(typeof library.lists)[MediaKind]>) {
    latest += 1
    const mine = latest
    const made = createTally({
      scoreFormat: account.value?.options.scoreFormat ?? 'point-100',
      scoreTable: account.value?.options.scoreTable ?? 'anilist',
      adult: showsAdult(settings.settings, account.value) ? 'shown' : 'hidden',
      dayOf: localDay,
    })
    const act = (index: number) => {
      const row = set.rows[index]
      if (row && !set.isGone(index)) made.count(row)
    }
    const isDone = await inSlices(set.rows.length, act, {
      breathe: () => new Promise((resolve) => setTimeout(resolve)),
      isWanted: () => mine === latest,
    })
    if (isDone) tally.value = made
  }

  return { tally }
}

/** The day of a time in Unix s, where this machine is. */
function localDay(seconds: number): number {
  const date = new Date(seconds * 1000)
  return date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate()
}
