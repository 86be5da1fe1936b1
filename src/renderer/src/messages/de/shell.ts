import type { shell as en } from '../en/shell'
import type { Words } from '../words'

export const shell: Words<typeof en> = {
  name: 'Tsuzuki',
  skip: 'Zum Inhalt springen',
  main: 'Listen und Ansichten',
  kind: 'Art der Liste',
  anime: 'Anime',
  manga: 'Manga',
  all: 'Alle',
  lists: 'Listen',
  history: 'Verlauf',
  queue: 'Warteschlange',
  settings: 'Einstellungen',
  accounts: 'Konten',
  backup: 'Sicherungen',
  about: 'Über Tsuzuki',
  keys: 'Tasten',
  statusBar: 'Wie es um deine Änderungen steht',
  account: 'Konto: {name}',
  addAccount: 'Konto hinzufügen',
  manageAccounts: 'Konten verwalten',
  noAccount: 'Kein Konto',
  sandboxOn: 'Sandkasten ist an',
  sandboxOff: 'Sandkasten ist aus',
  turnSandboxOff: 'Sandkasten ausschalten',
  turnSandboxOn: 'Sandkasten einschalten',
}
