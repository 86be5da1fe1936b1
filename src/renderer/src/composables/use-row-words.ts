import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { entryStates } from '../../../shared/entry'
import type { RowWords } from '../library/row-words'
import { useAirTimes } from './use-air-times'
import { useCellWords } from './use-cell-words'

/** The words of all rows in the language of the window. */
export function useRowWords() {
  const { t } = useI18n()
  const { bothMoments } = useAirTimes()
  const cells = useCellWords()

  function names<K extends string>(keys: readonly K[], path: string) {
    return Object.fromEntries(keys.map((key) => [key, t(`${path}.${key}`)])) as Record<K, string>
  }

  return computed<RowWords>(() => {
    return {
      state: names(entryStates, 'status.state'),
      private: t('library.private'),
      hasNotes: t('library.hasNotes'),
      score: t('library.editScore'),
      airs({ media: { nextEpisode } }) {
        return nextEpisode
          ? t('airing.episodeAt', {
              n: nextEpisode.episode,
              time: bothMoments(nextEpisode.airingAt),
            })
          : undefined
      },
      select: t('bulk.select'),
      hidden: t('library.hidden'),
      cells: cells.value,
    }
  })
}
