import { useI18n } from 'vue-i18n'
import type { MediaKind } from '../../../shared/media'
import { type Grouping, seasonAt, type Section, statusAt } from '../library/groups'

/** What the parts of a list are called. */
export function useSectionWords() {
  const { t } = useI18n()

  return ({ group }: Section, grouping: Grouping, kind: MediaKind): string => {
    if (grouping === 'status') return t(`status.${kind}.${statusAt(group)}`)
    const at = seasonAt(group)
    if (!at) return t('library.noSeason')
    const { season, year } = at
    return season ? t(`media.season.${season}`, { year }) : String(year)
  }
}
