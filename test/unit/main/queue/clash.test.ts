import { describe, expect, test } from 'vitest'
import { theirBase, withClashes } from '../../../../src/main/queue/clash'
import type { FieldConflict } from '../../../../src/shared/queue'
import { entryOf } from '../../../support/entries'

const theirs = entryOf('anime:1', { progress: 7, notes: 'theirs', score: 40 })
const clash: FieldConflict = { field: 'progress', was: 3, mine: 4, theirs: 7 }

describe('a base with clashes', () => {
  test('holds the old value of what clashes, so that each reading compares anew', () => {
    expect(withClashes(theirs, [clash])).toEqual({ ...theirs, progress: 3 })
  })

  test('holds an empty value where the title was on no list before', () => {
    const added = { field: 'score', was: null, mine: 80, theirs: 40 } as const
    const noted = { field: 'notes', was: null, mine: 'mine', theirs: 'theirs' } as const

    expect(withClashes(theirs, [added, noted])).toEqual({ ...theirs, score: null, notes: '' })
  })

  test('still tells what the service has', () => {
    const base = withClashes(theirs, [clash])

    expect(theirBase({ base, conflicts: [clash] })).toEqual(theirs)
  })

  test('is what the service has where nothing clashes', () => {
    expect(withClashes(theirs, [])).toEqual(theirs)
    expect(theirBase({ base: theirs, conflicts: [] })).toEqual(theirs)
  })
})

test('a title that is on no list there has no base, whatever clashes', () => {
  expect(theirBase({ base: null, conflicts: [clash] })).toBeNull()
})
