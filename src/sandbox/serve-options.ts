import { parseArgs } from 'node:util'
import { serviceIds, type ServiceId } from '../shared/service'
import type { EntryCounts } from './options'
import type { ScoreFormat } from './world/user'

export interface ServeOptions {
  port: number
  entries: number | EntryCounts | undefined
  services: readonly ServiceId[]
  scoreFormat: ScoreFormat | undefined
  seed: number
  json: boolean
  /** End when stdin is closed, as it is when the parent dies. */
  withParent: boolean
  /** A folder to keep the state in. */
  state: string | undefined
}

export const usage = `Usage: sandbox [options]
  --port N            port on 127.0.0.1 (default 4010; 0 takes any free one)
  --entries N[,M]     entries on each list; two numbers are anime and manga (default 320,120)
  --service NAME      all, or any of ${serviceIds.join(', ')}, separated by commas
  --score-format F    POINT_100, POINT_10_DECIMAL, POINT_10, POINT_5 or POINT_3
  --seed N            another list for another number
  --state DIR         keep what is changed
  --json              print one line of JSON
  --with-parent       end when stdin closes`

const scoreFormats = ['POINT_100', 'POINT_10_DECIMAL', 'POINT_10', 'POINT_5', 'POINT_3'] as const

/** Reads the command line; throws with words for what cannot be understood. */
export function readServeOptions(argv: readonly string[]): ServeOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '4010' },
      entries: { type: 'string' },
      service: { type: 'string', default: 'all' },
      'score-format': { type: 'string' },
      seed: { type: 'string', default: '1' },
      state: { type: 'string' },
      json: { type: 'boolean', default: false },
      'with-parent': { type: 'boolean', default: false },
    },
  })
  return {
    port: wholeNumber('port', values.port, 65_535),
    entries: values.entries === undefined ? undefined : entriesFrom(values.entries),
    services: servicesFrom(values.service),
    scoreFormat: scoreFormatFrom(values['score-format']),
    seed: wholeNumber('seed', values.seed, 2 ** 31),
    json: values.json,
    withParent: values['with-parent'],
    state: values.state,
  }
}

function entriesFrom(text: string): number | EntryCounts {
  const [first = '', second] = text.split(',')
  const anime = wholeNumber('entries', first, 100_000)
  if (second === undefined) return anime
  return { anime, manga: wholeNumber('entries', second, 100_000) }
}

function servicesFrom(text: string): readonly ServiceId[] {
  if (text === 'all') return serviceIds
  return text.split(',').map((name) => {
    const service = serviceIds.find((id) => id === name)
    if (!service) throw new Error(`--service: there is no ${name}; try ${serviceIds.join(', ')}.`)
    return service
  })
}

function scoreFormatFrom(text: string | undefined): ScoreFormat | undefined {
  if (text === undefined) return undefined
  const format = scoreFormats.find((each) => each === text)
  if (!format) throw new Error(`--score-format: try ${scoreFormats.join(', ')}.`)
  return format
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new Error(`--${name}: ${text} is not a number from 0 to ${most}.`)
  }
  return value
}
