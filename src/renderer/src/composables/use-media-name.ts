import type { Media } from '../../../shared/media'
import { titleOf } from '../../../shared/titles'
import { useTitleChoice } from './use-title-choice'

/** Titles in the language that the user reads them in. */
export function useMediaName(): (media: Media) => string {
  const language = useTitleChoice()
  return (media) => titleOf(media, language.value)
}
