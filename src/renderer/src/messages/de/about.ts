import type { about as en } from '../en/about'
import type { Words } from '../words'

export const about: Words<typeof en> = {
  title: 'Über Tsuzuki',
  meaning: '続き, „wie es weitergeht“',
  unofficial:
    'Eine inoffizielle App. Sie ist nicht von AniList oder aniSearch gemacht oder gebilligt.',
  version: 'Version {version}',
  licence: 'Lizenz',
  licenceText: 'Freie Software unter der MIT-Lizenz.',
  credits: 'Dank',
  titles: 'Die Titel des Sandkastens stammen aus bangumi-data, CC BY 4.0.',
  fonts: 'Inter und Noto Sans JP, SIL Open Font License 1.1.',
  icons: 'Lucide-Symbole, ISC-Lizenz.',
  runtime: 'Läuft auf',
  electron: 'Electron {version}',
  chrome: 'Chromium {version}',
  node: 'Node {version}',
  homepage: 'Homepage',
  noHomepage: 'Es ist keine Homepage eingetragen.',
  contact: 'Kontakt',
  keyStore: 'Schlüsselspeicher',
  keyStores: {
    protected: 'Anmeldungen sind durch den Schlüsselspeicher des Systems geschützt.',
    'basic-text': 'Das System hat einen Schlüsselspeicher, der Anmeldungen aber nicht schützt.',
    none: 'Das System hat keinen Schlüsselspeicher.',
  },
  diagnostics: 'Bericht kopieren',
  diagnosticsText:
    'Versionen, Warteschlange und Grenzen für eine Fehlermeldung. Nie eine Anmeldung, ein Name oder ein Titel.',
  copied: 'Kopiert',
  open: 'Öffnen',
}
