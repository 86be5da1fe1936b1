import { fold, searchTermsOf } from '../../../shared/titles'
import type { SettingsTopic } from './topic'

/**
 * The topics with only those settings whose words hold every term; a topic whose own name does
 * keeps all. `wordsOf` gives all words of a setting by its key.
 */
export function searchTopics(
  topics: readonly SettingsTopic[],
  typed: string,
  wordsOf: (key: string) => string,
): readonly SettingsTopic[] {
  const terms = searchTermsOf(typed)
  const holds = (text: string) => terms.every((term) => fold(text).includes(term))
  return topics
    .map((topic) => ({
      ...topic,
      settings: holds(wordsOf(topic.name))
        ? topic.settings
        : topic.settings.filter((setting) => holds(wordsOf(setting.name))),
    }))
    .filter((topic) => topic.settings.length > 0)
}
