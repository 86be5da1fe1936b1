import type { reviews as en } from '../en/reviews'
import type { Words } from '../words'

export const reviews: Words<typeof en> = {
  all: 'Neueste',
  mine: 'Meine',
  none: 'Noch keine Rezensionen.',
  one: 'Rezension',
  ofTitle: 'Alle zu diesem Titel',
  write: 'Rezension schreiben',
  edit: 'Rezension bearbeiten',
  summary: 'In einem Satz',
  text: 'Deine Rezension',
  score: 'Wertung von 100',
  private: 'Nur du kannst sie sehen',
  count: '{n} Zeichen, {least} bis {most} erlaubt',
  noScore: 'keine Wertung',
  scoreOf: '{n} von 100',
  useful: 'War diese Rezension hilfreich?',
  usefulTo: 'Noch keine Stimmen | Hilfreich für {up} von {all} | Hilfreich für {up} von {all}',
  up: 'Hilfreich',
  down: 'Nicht hilfreich',
  removeTitle: 'Rezension entfernen',
  removeText: 'Die Rezension und ihre Stimmen sind dann beim Dienst weg.',
  problems: {
    'review-text-short': 'Der Text braucht mindestens {n} Zeichen.',
    'review-summary-short': 'Der Satz braucht mindestens 20 Zeichen.',
    'review-summary-long': 'Der Satz darf höchstens 120 Zeichen haben.',
    'review-score-range': 'Gib eine Wertung von 0 bis 100.',
  },
}
