import type { palette as en } from '../en/palette'
import type { Words } from '../words'

export const palette: Words<typeof en> = {
  title: 'Titel oder Befehl finden',
  placeholder: 'Ein Titel, ein Befehl oder +1 und ein Titel',
  open: 'Titel oder Befehl finden',
  actions: 'Befehle',
  titles: 'Auf deiner Liste',
  atService: 'Bei {service}',
  nothing: 'Nichts passt zu „{text}“.',
  count: '{n} gefunden | {n} gefunden',
  searching: 'Suche bei {name} …',
  go: 'Gehe zu: {place}',
  theme: 'Farben: {name}',
  language: 'Sprache: {name}',
  readNews: 'Beim Dienst nach Neuem auf der Liste sehen',
  readWhole: 'Ganze Liste neu lesen',
  account: 'Liste von {name} zeigen',
  group: 'Gruppiert nach: {name}',
  view: 'Ansicht: {name}',
  about: '{action}: {title}',
  status: '{status}: {title}',
  plus: '+1 {title}',
  minus: '−1 {title}',
  showAdult: 'Erwachsenentitel zeigen',
  hideAdult: 'Erwachsenentitel verbergen',
}
