import type { common as en } from '../en/common'
import type { Words } from '../words'

export const common: Words<typeof en> = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  remove: 'Entfernen',
  retry: 'Noch einmal versuchen',
  reset: 'Zurücksetzen',
  more: 'Mehr',
  none: 'Keine',
  yes: 'Ja',
  no: 'Nein',
  unknown: 'Unbekannt',
  everything: 'Alle',
  loading: 'Lädt',
  seconds: '{n} s',
  minutes: '{n} min',
  hours: '{h} h {m} min',
  days: '{d} T {h} h',
  ago: 'vor {time}',
  justNow: 'gerade eben',
  sandbox: 'Sandkasten',
  service: 'Der Dienst',
}
