import type { status as en } from '../en/status'
import type { Words } from '../words'

export const status: Words<typeof en> = {
  anime: {
    current: 'Schaue ich',
    repeating: 'Schaue ich wieder',
    planned: 'Geplant',
    completed: 'Gesehen',
    paused: 'Pausiert',
    dropped: 'Abgebrochen',
    'not-interested': 'Kein Interesse',
  },
  manga: {
    current: 'Lese ich',
    repeating: 'Lese ich wieder',
    planned: 'Geplant',
    completed: 'Gelesen',
    paused: 'Pausiert',
    dropped: 'Abgebrochen',
    'not-interested': 'Kein Interesse',
  },
  state: {
    saved: 'Gesichert',
    waiting: 'Wartet aufs Senden',
    sending: 'Wird gesendet',
    attention: 'Braucht dich',
    conflict: 'An zwei Stellen geändert',
  },
}
