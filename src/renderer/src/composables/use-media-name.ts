import type { Media } from '../../../shared/media'
import { titleOf } from '../../../shared/titles'
import { useTitleLanguage } from './use-title-language'

/** Titles in the language that the user reads them in. */
export function useMediaName(): (media: Media) => string {
  const language = useTitleLanguage()
  return (media) => titleOf(media, language.value)
}
