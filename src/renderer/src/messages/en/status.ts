import type { Status } from '../../../../shared/status'

type Names = Record<Status, string>

export const status = {
  anime: {
    current: 'Watching',
    repeating: 'Rewatching',
    planned: 'Planned',
    completed: 'Completed',
    paused: 'Paused',
    dropped: 'Dropped',
    'not-interested': 'Not interested',
  } satisfies Names,
  manga: {
    current: 'Reading',
    repeating: 'Rereading',
    planned: 'Planned',
    completed: 'Completed',
    paused: 'Paused',
    dropped: 'Dropped',
    'not-interested': 'Not interested',
  } satisfies Names,
  state: {
    saved: 'Saved',
    waiting: 'Waiting to be sent',
    sending: 'Being sent',
    attention: 'Needs you',
    conflict: 'Changed in two places',
  },
} as const
