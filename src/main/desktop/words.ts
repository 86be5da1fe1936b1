/** What main itself says: dialogs and the menu. All else is said by the page. */
const words = {
  en: {
    openPage: (host: string) => `Open a page of ${host} in the browser?`,
    openPageMore: 'It belongs to none of the services that Tsuzuki works with.',
    open: 'Open',
    cancel: 'Cancel',
    crashed: 'The window keeps stopping.',
    crashedMore: 'Your list and what waits to be sent are safe on this computer.',
    tryAgain: 'Try again',
    quit: 'Quit',
    cannotStart: 'Tsuzuki cannot start.',
    cannotStartMore: 'Nothing was changed. The log in the profile folder says more.',
    file: 'File',
    backup: 'Import and Backups…',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
  },
  de: {
    openPage: (host: string) => `Eine Seite von ${host} im Browser öffnen?`,
    openPageMore: 'Sie gehört zu keinem der Dienste, mit denen Tsuzuki arbeitet.',
    open: 'Öffnen',
    cancel: 'Abbrechen',
    crashed: 'Das Fenster bleibt immer wieder stehen.',
    crashedMore: 'Deine Liste und alles, was noch gesendet wird, sind auf diesem Rechner sicher.',
    tryAgain: 'Noch einmal versuchen',
    quit: 'Beenden',
    cannotStart: 'Tsuzuki kann nicht starten.',
    cannotStartMore: 'Es wurde nichts verändert. Mehr steht im Protokoll im Profilordner.',
    file: 'Ablage',
    backup: 'Importieren und Sichern …',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    window: 'Fenster',
  },
} as const

export type Words = (typeof words)['en' | 'de']

/** Words in the language of the settings, or in the system's (a BCP 47 tag). */
export function wordsIn(language: 'system' | 'en' | 'de', systemLanguage: string): Words {
  if (language !== 'system') return words[language]
  return /^de\b/i.test(systemLanguage) ? words.de : words.en
}
