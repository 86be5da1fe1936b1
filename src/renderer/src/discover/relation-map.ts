import type { MediaRelation, Relation } from '../../../shared/community/series'
import type { Media, TitleKey } from '../../../shared/media'

export interface RelationNode {
  readonly media: Media
  /** How it is related; `null` for the title that is looked at. */
  readonly relation: MediaRelation | null
  /** px from the left and the top. */
  readonly x: number
  readonly y: number
}

export interface RelationMap {
  readonly nodes: readonly RelationNode[]
  /** Lines between titles, as paths of SVG. */
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
}

export const nodeSize = { width: 192, height: 56, across: 56, down: 12 } as const

const before: ReadonlySet<MediaRelation> = new Set(['prequel', 'source', 'parent'])

/**
 * Lays titles out by what comes before and after: to the left what a title comes from, to the right
 * what comes of it. What is known of the titles beside from earlier looks reaches one column further.
 */
export function mapRelations(
  center: Media,
  relations: readonly Relation[],
  known: (title: TitleKey) => readonly Relation[] = () => [],
): RelationMap {
  const seen = new Set<TitleKey>([center.key])
  const columns = new Map<number, Placed[]>([[0, [{ media: center, relation: null, from: null }]]])

  function place(
    from: TitleKey,
    column: number,
    list: readonly Relation[],
    only?: 'left' | 'right',
  ) {
    for (const { media, relation } of list) {
      const side = before.has(relation) ? 'left' : 'right'
      if (seen.has(media.key) || (only && only !== side)) continue
      seen.add(media.key)
      const to = column + (side === 'left' ? -1 : 1)
      columns.set(to, [...(columns.get(to) ?? []), { media, relation, from }])
    }
  }

  place(center.key, 0, relations)
  for (const column of [-1, 1]) {
    const side = column < 0 ? 'left' : 'right'
    for (const { media } of columns.get(column) ?? [])
      place(media.key, column, known(media.key), side)
  }
  return draw(columns)
}

interface Placed {
  readonly media: Media
  readonly relation: MediaRelation | null
  readonly from: TitleKey | null
}

function draw(columns: ReadonlyMap<number, readonly Placed[]>): RelationMap {
  const { width, height, across, down } = nodeSize
  const order = [...columns.keys()].toSorted((a, b) => a - b)
  const most = Math.max(...[...columns.values()].map((each) => each.length))
  const whole = most * (height + down) - down
  const at = new Map<TitleKey, RelationNode>()
  for (const [index, column] of order.entries()) {
    const placed = columns.get(column) ?? []
    const top = (whole - (placed.length * (height + down) - down)) / 2
    for (const [row, { media, relation }] of placed.entries()) {
      const x = index * (width + across)
      at.set(media.key, { media, relation, x, y: top + row * (height + down) })
    }
  }
  const lines = [...columns.values()].flat().flatMap(({ media, from }) => {
    const [end, start] = [at.get(media.key), from && at.get(from)]
    return start && end ? [curve(start, end)] : []
  })
  return {
    nodes: [...at.values()],
    lines,
    width: order.length * (width + across) - across,
    height: whole,
  }
}

/** From one node's side to the side of another that faces it. */
function curve(one: RelationNode, other: RelationNode): string {
  const [left, right] = one.x < other.x ? [one, other] : [other, one]
  const [x1, y1] = [left.x + nodeSize.width, left.y + nodeSize.height / 2]
  const [x2, y2] = [right.x, right.y + nodeSize.height / 2]
  const middle = (x1 + x2) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}
