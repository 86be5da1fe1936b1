import { beforeEach, expect, test } from 'vitest'
import { useEditsStore } from '../../../../src/renderer/src/stores/edits'
import { useLibraryStore } from '../../../../src/renderer/src/stores/library'
import { useNoticesStore } from '../../../../src/renderer/src/stores/notices'
import type { ListRow } from '../../../../src/shared/entry'
import { AppError } from '../../../../src/shared/failure'
import type { Handlers } from '../../../../src/shared/ipc'
import { row } from '../support/builders'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores } from '../support/mounting'

beforeEach(freshStores)

const aria = row('anime:1', 'Aria', { progress: 11 })

async function setUp(handlers: Partial<Handlers>) {
  const main = installFakeBridge({
    'library:rows': () => ({ rows: [aria], next: null }),
    ...handlers,
  })
  const library = useLibraryStore()
  library.reset(1)
  await library.read('anime')
  return { main, library, edits: useEditsStore(), notices: useNoticesStore() }
}

const answer = (changed: ListRow | null) => ({ row: changed, changeId: 5, group: 5 })

test('one more shows at once, with the way back', async () => {
  const { main, library, edits, notices } = await setUp({
    'library:step': () => answer(row('anime:1', 'Aria', { progress: 12 })),
  })

  await edits.step('anime:1', 1)

  expect(main.argsOf('library:step')).toEqual([[{ accountId: 1, title: 'anime:1' }, 1]])
  expect(library.find('anime:1')?.entry.progress).toBe(12)
  expect(notices.current).toMatchObject({
    kind: 'change',
    undo: 5,
    change: { before: { progress: 11 }, after: { progress: 12 } },
  })
})

test('quick taps each say what they changed', async () => {
  let progress = 11
  const { edits, notices } = await setUp({
    'library:step': () => answer(row('anime:1', 'Aria', { progress: (progress += 1) })),
  })

  await Promise.all([edits.step('anime:1', 1), edits.step('anime:1', 1)])

  expect(notices.current).toMatchObject({
    change: { before: { progress: 12 }, after: { progress: 13 } },
  })
})

test('an edit that changed nothing is not spoken of', async () => {
  const { edits, notices } = await setUp({ 'library:edit': () => answer(aria) })

  await edits.edit('anime:1', { progress: 11 })

  expect(notices.current).toBeNull()
})

test('what could not be kept changes nothing on screen', async () => {
  const { library, edits, notices } = await setUp({
    'library:edit': () => {
      throw new AppError({ code: 'storage' })
    },
  })

  await edits.edit('anime:1', { score: 80 })

  expect(library.find('anime:1')?.entry.score).toBeNull()
  expect(notices.current).toMatchObject({ kind: 'failure', failure: { code: 'storage' } })
})

test('a removed entry leaves the list, with the way back', async () => {
  const { library, edits, notices } = await setUp({ 'library:remove': () => answer(null) })

  await edits.remove('anime:1')

  expect(library.find('anime:1')).toBeUndefined()
  expect(notices.current).toMatchObject({ kind: 'change', undo: 5, change: { after: null } })
})
