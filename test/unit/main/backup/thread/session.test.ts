import { expect, test } from 'vitest'
import { openPlainLibrary, type PlainLibrary } from '../../../../../src/main/backup/thread/library'
import { createImportSession } from '../../../../../src/main/backup/thread/session'
import { emptyFields } from '../../../../../src/shared/entry'
import { AppError } from '../../../../../src/shared/failure'
import { title } from '../support/catalogue'
import { failureOf, fixture } from '../support/fixtures'
import { account } from '../support/library'

const plain: PlainLibrary = {
  titles: [
    title('anime:1', ['Mushishi'], { episodes: 26 }),
    title('anime:2', ['One Piece']),
    title('anime:3', ['Gantz', 'Gantz 2']),
  ],
  entries: [['anime:1', { ...emptyFields, status: 'current', progress: 5 }]],
  ids: [['anime', 'anisearch', 77, 'anime:2']],
  accounts: [],
}

const anisearchExport = fixture('anisearch.json')

function started(tick: () => void = () => {}) {
  const session = createImportSession({ tick })
  session.read(anisearchExport, {})
  return session
}

test('goes from a file to a plan', () => {
  const session = createImportSession({ tick() {} })

  const read = session.read(anisearchExport, {})
  const matched = session.match(openPlainLibrary(plain), account, [])
  const compared = session.compare({ mode: 'fill-gaps' })

  expect(read).toMatchObject({ source: { format: 'anisearch' }, kinds: ['anime', 'manga'] })
  expect(read.statistics.rows).toBe(7)
  expect('rows' in read).toBe(false)
  expect(matched).toMatchObject({ matched: 3, unmatched: 4, doubtful: 0 })
  expect(compared.statistics.byClass).toMatchObject({ new: 2, changed: 1, unmatched: 4 })
  expect(compared.planned).toBe(3)
  expect(session.plan().map(({ ref, type }) => [ref.title, type])).toEqual([
    ['anime:1', 'change'],
    ['anime:2', 'add'],
    ['anime:3', 'add'],
  ])
})

test('shows the preview in ranges, by class', () => {
  const session = started()
  session.match(openPlainLibrary(plain), account, [])
  session.compare({ mode: 'fill-gaps' })

  const { rows, total } = session.rows({ classes: ['new', 'changed'], offset: 1, limit: 1 })

  expect(total).toBe(3)
  expect(rows).toMatchObject([{ row: 3, title: 'anime:2', class: 'new', titles: ['One Piece'] }])
})

test('a changed setting only compares again', () => {
  const steps = new Set<string>()
  const session = createImportSession({ tick: (step) => void steps.add(step) })
  session.read(anisearchExport, {})
  session.match(openPlainLibrary(plain), account, [])
  session.compare({ mode: 'fill-gaps' })
  steps.clear()

  session.compare({ mode: 'equal' })

  expect([...steps]).toEqual(['compare'])
})

test('an answer of the user is taken and gets a key to remember it by', () => {
  const session = started()
  session.match(openPlainLibrary(plain), account, [])

  const { key, summary } = session.choose(2, 'anime:3')

  expect(key).toBe('anime title haibane renmei')
  expect(summary.matched).toBe(4)
  expect(session.choose(2, 'skip').summary.matched).toBe(3)
})

test('answers of before come first', () => {
  const session = started()

  const summary = session.match(openPlainLibrary(plain), account, [
    ['anime title haibane renmei', 'anime:2'],
    ['anime title mushishi', 'skip'],
  ])

  expect(summary).toMatchObject({ matched: 3, unmatched: 4 })
})

test('ids are translated by the library', () => {
  const session = createImportSession({ tick() {} })
  const text = '{"anime":{"Completed":[{"id":77,"title":"Wan Pīsu","episodes":3}]}}'
  session.read(new TextEncoder().encode(text), {})
  session.match(openPlainLibrary(plain), account, [])
  session.compare({ mode: 'fill-gaps' })

  expect(session.plan()[0]?.ref.title).toBe('anime:2')
})

test('gives a plan in parts, with the titles of each', () => {
  const session = started()
  session.match(openPlainLibrary(plain), account, [])
  session.compare({ mode: 'fill-gaps' })

  const parts = [0, 1, 2, 3].map((offset) => session.plan({ offset, limit: 1 }))
  const titles = [0, 1, 2].flatMap((offset) => session.newTitles({ offset, limit: 1 }))

  expect(parts.flat()).toEqual(session.plan())
  expect(parts.map((part) => part.length)).toEqual([1, 1, 1, 0])
  expect(titles).toEqual(session.newTitles())
})

test('asks in the right order, or says that there is nothing yet', () => {
  const session = createImportSession({ tick() {} })

  for (const early of [
    () => session.match(openPlainLibrary(plain), account, []),
    () => session.compare({ mode: 'equal' }),
    () => session.rows({ classes: ['new'], offset: 0, limit: 1 }),
    () => session.plan(),
    () => session.choose(1, 'skip'),
  ]) {
    expect(failureOf(early)).toMatchObject({ code: 'invalid-input', reason: 'not-read' })
  }
})

test('a file that cannot be read leaves nothing behind', () => {
  const session = started()

  expect(failureOf(() => session.read(new Uint8Array([1, 2, 3]), {})).reason).toBe('unknown-file')
  session.match(openPlainLibrary(plain), account, [])

  expect(session.file().source.format).toBe('anisearch')
})

test('stops where it is told to', () => {
  const session = started()
  const stopping = createImportSession({
    tick(step) {
      if (step === 'match') throw new AppError({ code: 'cancelled' })
    },
  })
  stopping.read(anisearchExport, {})

  expect(failureOf(() => stopping.match(openPlainLibrary(plain), account, [])).code).toBe(
    'cancelled',
  )
  session.close()
})

test('closes the library that it was handed, when another comes and at the end', () => {
  let closed = 0
  const opened = () => ({ ...openPlainLibrary(plain), close: () => void closed++ })
  const session = started()

  session.match(opened(), account, [])
  session.match(opened(), account, [])
  session.close()

  expect(closed).toBe(2)
})
