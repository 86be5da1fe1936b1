import { createI18n } from 'vue-i18n'
import type { Settings } from '../../shared/settings'
import { de } from './messages/de'
import { en } from './messages/en'
import { resolveMessage } from './messages/resolve'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en, de },
  messageResolver: resolveMessage,
})

/** The language to speak: the one that was chosen, else the system's, else English. */
export function languageFor(wanted: Settings['language'], systemLanguage: string): Language {
  if (wanted !== 'system') return wanted
  return languages.find((language) => systemLanguage.toLowerCase().startsWith(language)) ?? 'en'
}

/** Speaks another language from now on, without a restart. */
export function speak(language: Language) {
  i18n.global.locale.value = language
  document.documentElement.lang = language
}
