import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { entryStates, type ListRow } from '../../../shared/entry'
import { mediaFormats, mediaStatuses } from '../../../shared/media'
import { nextOf } from '../library/next'
import type { RowWords } from '../library/row-words'
import { useAirTimes } from './use-air-times'
import { useDurations } from './use-durations'

/** The words of all rows in the language of the window. */
export function useRowWords() {
  const { t } = useI18n()
  const { span } = useDurations()
  const { bothMoments } = useAirTimes()

  function names<K extends string>(keys: readonly K[], path: string) {
    return Object.fromEntries(keys.map((key) => [key, t(`${path}.${key}`)])) as Record<K, string>
  }

  return computed<RowWords>(() => {
    const status = { ...names(mediaStatuses, 'media.status'), unknown: '–' }
    return {
      format: { ...names(mediaFormats, 'media.format'), unknown: '–' },
      state: names(entryStates, 'status.state'),
      private: t('library.private'),
      hasNotes: t('library.hasNotes'),
      score: t('library.editScore'),
      next(row: ListRow, nowS: number) {
        const next = nextOf(row, nowS)
        if (next.type === 'status') return status[next.status]
        if (next.type === 'ready') return t('media.ready', { n: next.episodes }, next.episodes)
        return t('media.next', { episode: next.episode, time: span(next.inMs) })
      },
      airs({ media: { nextEpisode } }: ListRow) {
        return nextEpisode
          ? t('airing.episodeAt', {
              n: nextEpisode.episode,
              time: bothMoments(nextEpisode.airingAt),
            })
          : undefined
      },
    }
  })
}
