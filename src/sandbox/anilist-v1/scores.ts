import type { ScoreFormat } from '../world/user'

const smileys = [':(', ':|', ':)'] as const
const starsStored = [0, 10, 30, 50, 70, 90]
const smileysStored = [35, 60, 85]

/** A raw score in the user's type by the breakpoints of the document. */
export function shownScore(raw: number, format: ScoreFormat): number | string {
  switch (format) {
    case 'POINT_10':
      return Math.floor(raw / 10)
    case 'POINT_100':
      return raw
    case 'POINT_5':
      return raw === 0 ? 0 : raw < 30 ? 1 : raw < 50 ? 2 : raw < 70 ? 3 : raw < 90 ? 4 : 5
    case 'POINT_3':
      return raw === 0 ? '-' : raw <= 30 ? ':(' : raw <= 60 ? ':|' : ':)'
    case 'POINT_10_DECIMAL':
      return raw / 10
  }
}

/** What is stored for a score sent in the user's type; undefined when it is none. */
export function rawScore(text: string, format: ScoreFormat): number | undefined {
  if (text === '' || text === '-') return 0
  if (format === 'POINT_3') {
    return smileysStored[smileys.findIndex((smiley) => smiley === text)]
  }
  const number = Number(text)
  if (Number.isNaN(number)) return undefined
  switch (format) {
    case 'POINT_100':
      return inBounds(Math.round(number))
    case 'POINT_5':
      return starsStored[number]
    case 'POINT_10':
    case 'POINT_10_DECIMAL':
      return inBounds(Math.round(number * 10))
  }
}

function inBounds(raw: number): number | undefined {
  return raw >= 0 && raw <= 100 ? raw : undefined
}
