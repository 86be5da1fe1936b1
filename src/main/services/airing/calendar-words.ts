import type { Settings } from '../../../shared/settings'
import type { CalendarWords } from './calendar'

const words: Readonly<Record<'en' | 'de', CalendarWords>> = {
  en: { name: 'Anime', episode: (title, episode) => `${title}, episode ${episode}` },
  de: { name: 'Anime', episode: (title, episode) => `${title}, Folge ${episode}` },
}

/** Words in the language of the settings, or in the system's (a BCP 47 tag). */
export function calendarWords(language: Settings['language'], systemLanguage: string) {
  if (language !== 'system') return words[language]
  return /^de\b/i.test(systemLanguage) ? words.de : words.en
}
