import type { FieldKind } from './field'

/** What such a field may be asked for, with the operator, for those who see it for the first time. */
export function examplesOf(kind: FieldKind): readonly string[] {
  switch (kind.type) {
    case 'number':
      return ['>0', ':none']
    case 'score':
      return [':any', ':none']
    case 'time':
      return kind.way === 'past' ? ['<7d', '<30d', '<1y', '>1y'] : ['<1d', '<7d']
    case 'date':
    case 'days':
      return ['<30d', '<1y', ':none']
    default:
      return []
  }
}
