import { beforeEach, expect, test } from 'vitest'
import { useChangeWords } from '../../../../src/renderer/src/composables/use-change-words'
import { useDurations } from '../../../../src/renderer/src/composables/use-durations'
import { useFailureWords } from '../../../../src/renderer/src/composables/use-failure-words'
import { useFieldWords } from '../../../../src/renderer/src/composables/use-field-words'
import { useRowWords } from '../../../../src/renderer/src/composables/use-row-words'
import type { ListLook } from '../../../../src/renderer/src/library/look'
import type { ListRow } from '../../../../src/shared/entry'
import { account, change, row } from '../support/builders'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores, run } from '../support/mounting'

beforeEach(() => {
  installFakeBridge()
  freshStores()
})

test.each([
  [400, '1 s', '1 s'],
  [41_000, '41 s', '41 s'],
  [90_000, '2 min', '2 min'],
  [3 * 3_600_000 + 5 * 60_000, '3 h 5 min', '3 h 5 min'],
  [51 * 3_600_000, '2 d 3 h', '2 T 3 h'],
])('%d ms are %s', (ms, english, german) => {
  expect(run(useDurations).span(ms)).toBe(english)
  expect(run(useDurations, 'de').span(ms)).toBe(german)
})

test('what was a moment ago is just now', () => {
  const { ago } = run(useDurations)

  expect(ago(0, 59_000)).toBe('just now')
  expect(ago(0, 120_000)).toBe('2 min ago')
})

test('fields are called as fits the kind', () => {
  const { fieldName, statusName } = run(useFieldWords)

  expect(fieldName('progress', 'anime')).toBe('Episodes')
  expect(fieldName('progress', 'manga')).toBe('Chapters')
  expect(statusName('current', 'manga')).toBe('Reading')
})

test('values are put into words', () => {
  const { valueText } = run(useFieldWords, 'de')
  const { options } = account()

  expect(valueText('score', 85, 'anime', options)).toBe('8,5')
  expect(valueText('score', null, 'anime', options)).toBe('–')
  expect(valueText('status', 'completed', 'anime', options)).toBe('Gesehen')
  expect(valueText('private', true, 'anime', options)).toBe('Ja')
  expect(valueText('customLists', ['a', 'b'], 'anime', options)).toBe('a, b')
  expect(valueText('priority', 2, 'anime', options)).toBe('Mittel')
  expect(valueText('priority', 7, 'anime', options)).toBe('7')
  expect(valueText('progress', undefined, 'anime', options)).toBe('–')
})

test('dates say as much as is known', () => {
  const { date } = run(useFieldWords)

  expect(date(20_170_715)).toBe('Jul 15, 2017')
  expect(date(20_170_700)).toBe('Jul 2017')
  expect(date(20_170_000)).toBe('2017')
  expect(date(null)).toBe('–')
})

test('a step is said by its numbers', () => {
  const { sentence } = run(useChangeWords)

  expect(sentence(change(), account())).toBe('Mushishi 3 → 4')
})

test('the last episode is said by its number, though it changes more', () => {
  const { sentence } = run(useChangeWords)
  const last = change({
    before: { status: 'current', progress: 25 },
    after: { status: 'completed', progress: 26 },
  })

  expect(sentence(last, account())).toBe('Mushishi 25 → 26')
})

test.each([
  [{ before: { score: 70 }, after: { score: 85 } }, 'Mushishi: Score 7.0 → 8.5'],
  [{ before: { notes: 'a' }, after: { notes: 'b' } }, 'Mushishi: 1 field changed'],
  [
    { before: { score: 70, private: false }, after: { score: 85, private: true } },
    'Mushishi: 2 fields changed',
  ],
  [{ before: null, after: { progress: 1 } }, 'Mushishi added'],
  [{ before: { progress: 1 }, after: null }, 'Mushishi removed'],
])('%o is said as %s', (part, words) => {
  expect(run(useChangeWords).sentence(change(part), account())).toBe(words)
})

test('failures name the service and know special cases', () => {
  const { failureText } = run(useFailureWords)

  expect(failureText({ code: 'outage' }, 'AniList')).toContain('AniList is down')
  expect(failureText({ code: 'outage' })).toContain('The service is down')
  expect(failureText({ code: 'blocked', reason: 'no-homepage' }, 'AniList')).toContain('homepage')
  expect(failureText({ code: 'refused', reason: 'never heard of' }, 'AniList')).toContain('refused')
})

function nextOf(words: ReturnType<typeof useRowWords>, of: ListRow, nowS: number): string {
  return words.value.cells.next(of, { nowS } as ListLook)
}

test('rows say what comes next in the language of the window', () => {
  const airing = { status: 'releasing' as const, nextEpisode: { episode: 9, airingAt: 10_000 } }
  const behind = row('anime:1', 'A', { progress: 6 }, airing)
  const waiting = row('anime:1', 'A', { progress: 8 }, airing)

  expect(nextOf(run(useRowWords), behind, 0)).toBe('2 ready')
  expect(nextOf(run(useRowWords, 'de'), behind, 0)).toBe('2 bereit')
  expect(nextOf(run(useRowWords), waiting, 9959)).toBe('ep 9 41 s')
  expect(nextOf(run(useRowWords), row('anime:1', 'A'), 0)).toBe('–')
})
