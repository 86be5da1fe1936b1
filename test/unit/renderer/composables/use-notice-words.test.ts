import { beforeEach, expect, test } from 'vitest'
import { useNoticeWords } from '../../../../src/renderer/src/composables/use-notice-words'
import type { Notice } from '../../../../src/renderer/src/stores/notices'
import { account, change } from '../support/builders'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores, run } from '../support/mounting'

beforeEach(() => {
  installFakeBridge()
  freshStores()
})

function said(notice: Notice, language: 'en' | 'de' = 'en') {
  return run(
    () =>
      useNoticeWords(
        () => notice,
        () => account(),
      ),
    language,
  ).value
}

test('a change is said with the way back', () => {
  expect(said({ kind: 'change', change: change(), undo: 5 })).toEqual({
    text: 'Mushishi 3 → 4',
    tone: 'calm',
    action: 'Undo',
  })
})

test('what cannot be taken back has no button', () => {
  expect(said({ kind: 'change', change: change(), undo: null })?.action).toBeUndefined()
})

test.each([
  [[change({ before: { progress: 4 }, after: { progress: 3 } })], 'Undone: Mushishi 4 → 3'],
  [[change({ before: null })], 'Undone: Mushishi is back on the list'],
  [[change({ after: null })], 'Undone: Mushishi is off the list'],
  [[change(), change()], '2 changes undone'],
  [[], 'There is nothing to undo.'],
])('taking back says what is now: %#', (changes, text) => {
  expect(said({ kind: 'undone', count: changes.length, changes })?.text).toBe(text)
})

test('a failure says what happened, and what the service said', () => {
  const notice = { kind: 'failure', failure: { code: 'storage', detail: 'disk full' } } as const

  expect(said(notice)).toMatchObject({ tone: 'failed', detail: 'disk full' })
})

test('what main mended is said in its own words, also when it is new', () => {
  const notice = (id: string): Notice => ({
    kind: 'main',
    notice: { id, params: { file: 'a.db' } },
  })

  expect(said(notice('database-rebuilt'))?.text).toContain('a.db')
  expect(said(notice('something-new'), 'de')?.text).toContain('something-new')
})

test.each([
  ['same', 'Mushishi: AniList has nothing new.'],
  ['changed', 'Mushishi was different at AniList; it is shown now.'],
  ['gone', 'Mushishi is not on your list at AniList any more.'],
] as const)('reading an entry again says what it brought: %s', (outcome, text) => {
  expect(said({ kind: 'refreshed', outcome, about: change() })).toEqual({ text, tone: 'calm' })
})

test('says where a file lies, and what a backup is called', () => {
  const path = '/saved/a.ics'
  expect(said({ kind: 'file-saved', path })?.text).toBe('Saved to /saved/a.ics')
  expect(said({ kind: 'backed-up', name: 'a.json.gz' })?.text).toContain('a.json.gz')
})
