/** Where a title stands on a list. The order is the order of the tabs. */
export const statuses = [
  'current',
  'repeating',
  'planned',
  'completed',
  'paused',
  'dropped',
  'not-interested',
] as const

export type Status = (typeof statuses)[number]

export function isStatus(value: unknown): value is Status {
  return statuses.includes(value as Status)
}
