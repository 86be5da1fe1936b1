import type { AiringCalls } from '../../../../src/shared/ipc/airing'

const ref = { accountId: 1, title: 'anime:5114' } as const

export const goodAiringArguments: {
  readonly [C in keyof AiringCalls]: Parameters<AiringCalls[C]>
} = {
  'airing:state': [],
  'airing:between': [1, 1_780_000_000, 1_780_604_800, 'season'],
  'airing:season': [1, { year: 2026, season: 'spring' }, 150],
  'airing:notices': [null],
  'airing:title': [ref],
  'airing:set-title': [ref, { muted: true, delay: null }],
  'airing:pause': [60],
  'airing:zone': ['Europe/Berlin'],
  'airing:export': [],
  'airing:calendar': [],
  'airing:choose-calendar': [],
  'airing:stop-calendar': [],
}
