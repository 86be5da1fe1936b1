import type { DigestLine } from '../../../shared/airing'
import type { NoticeKey } from './said'

/** One line for each title and kind, in the order of the rows; shows without a name are left out. */
export function linesOf(
  rows: readonly NoticeKey[],
  nameOf: (show: number) => string | null,
): readonly DigestLine[] {
  const lines = new Map<string, { kind: DigestLine['kind']; name: string; episodes: number[] }>()
  for (const { show, kind, episode } of rows) {
    const name = nameOf(show)
    if (name === null) continue
    const key = `${show} ${kind}`
    const line = lines.get(key) ?? { kind, name, episodes: [] }
    lines.set(key, line)
    if (episode > 0) line.episodes.push(episode)
  }
  return [...lines.values()].map((line) => ({
    ...line,
    episodes: line.episodes.sort((a, b) => a - b),
  }))
}
