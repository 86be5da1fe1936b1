export interface LookCalls {
  /** Nobody looks at it any more: what waits only for this ticket is not asked. */
  'looks:leave': (ticket: number) => void
}

export const lookCallNames: Record<keyof LookCalls, true> = { 'looks:leave': true }
