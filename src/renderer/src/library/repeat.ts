import type { Status } from '../../../shared/status'

/** What can be done about repeating a title: start when it is completed, finish while it lasts. */
export function repeatStep(status: Status, known: readonly Status[]): 'start' | 'finish' | null {
  if (!known.includes('repeating')) return null
  if (status === 'completed') return 'start'
  return status === 'repeating' ? 'finish' : null
}
