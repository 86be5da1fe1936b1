import type { Status } from '../../../shared/status'

export const statusOf: Readonly<Record<string, Status>> = {
  ongoing: 'current',
  completed: 'completed',
  on_hold: 'paused',
  dropped: 'dropped',
  not_interested: 'not-interested',
  bookmark: 'planned',
}

/** aniSearch's word for a status. Repeating is `completed` with a flag (docs/services.md, "aniSearch: repeating"). */
export const statusWords: Readonly<Record<Status, string>> = {
  current: 'ongoing',
  planned: 'bookmark',
  completed: 'completed',
  paused: 'on_hold',
  dropped: 'dropped',
  repeating: 'completed',
  'not-interested': 'not_interested',
}
