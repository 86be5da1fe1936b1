import { expect, test } from 'vitest'
import { plainCell, safeCell } from '../../../../src/main/backup/values/csv-cells'
import { dayOfInstant, readDate } from '../../../../src/main/backup/values/dates'
import { createDraft, flagOf } from '../../../../src/main/backup/values/draft'
import { textOfHtml } from '../../../../src/main/backup/values/html'
import { mediaFormatOf } from '../../../../src/main/backup/values/media-formats'
import { rawScore, scaledScore } from '../../../../src/main/backup/values/scores'
import { statusOf } from '../../../../src/main/backup/values/statuses'
import { holdsForbidden, xmlText } from '../../../../src/main/backup/writers/xml-text'

test.each([
  ['2017-07-15', 20170715],
  ['2012-07-00', 20120700],
  ['2011-00-00', 20110000],
  ['0000-07-15', 715],
  ['2017', 20170000],
  ['2017-7', 20170700],
  ['20170715', 20170715],
  [20170715, 20170715],
  [2017, 20170000],
  [20120000, 20120000],
  ['2018-02-11 11:01:25-08', 20180211],
  ['2023-08-01T00:00:00.000Z', 20230801],
  ['18-12-2023 21:50:41', 20231218],
  ['15.07.2017', 20170715],
  [' 2017-07-15 ', 20170715],
])('reads the day %j', (written, day) => {
  expect(readDate(written)).toBe(day)
})

test.each(['0000-00-00', '', ' ', '0', 0, null])('takes %j for no date', (written) => {
  expect(readDate(written)).toBeNull()
})

test.each(['07/15/2017', '2017-13-01', '2017-01-32', 'yesterday', 1.5, -1, 1e9, true, []])(
  'does not guess what %j means',
  (written) => {
    expect(readDate(written)).toBeUndefined()
  },
)

test('reads dates in parts, of which some may be missing', () => {
  expect(readDate({ year: 2019, month: 7, day: null })).toBe(20190700)
  expect(readDate({ year: null, month: null, day: null })).toBeNull()
  expect(readDate({ year: '2019', month: 7 })).toBe(20190700)
  expect(readDate({ year: 'soon', month: 7 })).toBeUndefined()
})

test('takes the day of an instant in UTC', () => {
  expect(dayOfInstant(Date.UTC(2021, 4, 6, 23, 59))).toBe(20210506)
  expect(dayOfInstant(0)).toBeNull()
  expect(dayOfInstant(1e18)).toBeNull()
})

test.each([
  ['Plan to Watch', 'planned'],
  ['plan_to_read', 'planned'],
  ['want to watch', 'planned'],
  ['On-Hold', 'paused'],
  ['on_hold', 'paused'],
  ['stalled', 'paused'],
  ['WATCHING', 'current'],
  ['In progress', 'current'],
  ['Rereading', 'repeating'],
  ["won't watch", 'not-interested'],
  ['Aborted', 'dropped'],
  ['watched', 'completed'],
  ['toString', null],
  ['', null],
])('takes the status %j for %j', (word, status) => {
  expect(statusOf(word)).toBe(status)
})

test('knows formats by any spelling, and none that is not there', () => {
  expect(['TV_SHORT', 'TV Special', 'Light Novel', 'ONE_SHOT'].map(mediaFormatOf)).toEqual([
    'tv-short',
    'special',
    'novel',
    'one-shot',
  ])
  expect(['CM', '', 7, null, 'constructor'].map(mediaFormatOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})

test('makes scores raw, and refuses what the format does not have', () => {
  expect(rawScore(4, 'point-5')).toBe(70)
  expect(rawScore(2, 'point-3')).toBe(60)
  expect(rawScore(8.5, 'point-10-decimal')).toBe(85)
  expect(rawScore(8.5, 'point-10')).toBeNull()
  expect(rawScore(6, 'point-5')).toBeNull()
  expect(scaledScore(4.5, 20)).toBe(90)
  expect(scaledScore(11, 10)).toBeNull()
  expect(scaledScore(-1, 10)).toBeNull()
})

test('turns HTML of comments into text, once', () => {
  expect(textOfHtml('a<br />\nb<br>c &quot;d&quot; &#039;e&#x27; &amp;lt; &nope; &#0;')).toBe(
    'a\nb\nc "d" \'e\' &lt; &nope; &#0;',
  )
})

test('knows yes and no in all spellings', () => {
  expect([true, 1, '1', 'YES', ' true '].map(flagOf)).toEqual([true, true, true, true, true])
  expect([false, 0, '0', 'NO', 'false'].map(flagOf)).toEqual([false, false, false, false, false])
  expect(['WAHR', 'ja', 'FALSCH', 'Nein'].map(flagOf)).toEqual([true, true, false, false])
  expect(['', null, undefined, 'maybe', 2].map(flagOf)).toEqual([null, null, null, null, null])
})

test('marks what a spreadsheet would run, and takes the mark off again', () => {
  for (const text of ['=1', '+1', '-1', '@a', '\tx', '\rx', "'=1", "'", "''", '＝1', 'plain', '']) {
    expect(plainCell(safeCell(text))).toBe(text)
  }
  expect(safeCell('=1')).toBe("'=1")
  expect(safeCell('1=1')).toBe('1=1')
  expect(plainCell("'tis")).toBe("'tis")
})

test('writes text that XML gives back, without what it cannot hold', () => {
  expect(xmlText('a & b')).toBe('<![CDATA[a & b]]>')
  expect(xmlText('x]]>y')).toBe('x]]&#62;y')
  expect(xmlText('a\rb')).toBe('a&#13;b')
  expect(xmlText('a\u0000b\ud800')).toBe('<![CDATA[ab]]>')
  expect(xmlText('')).toBe('')
  expect(['ok 😀', 'a\u0001', '\udc00', '\uffff'].map(holdsForbidden)).toEqual([
    false,
    true,
    true,
    true,
  ])
})

test('a draft takes only what is there and keeps what nobody asked for', () => {
  const draft = createDraft({ progress: '12', odd: 'x', empty: '', nothing: null }, 100)
  draft.count('progress', 'progress')
  draft.count('repeats', 'absent')
  draft.notes('absent')

  const row = draft.row({ number: 1, kind: 'anime', titles: ['A', null, 'A', ' '] })

  expect(row.fields).toEqual({ progress: 12 })
  expect(row.titles).toEqual(['A'])
  expect(row.kept).toEqual({ odd: 'x' })
  expect(row.warnings).toEqual([])
})

test('a draft refuses a value aloud and keeps it', () => {
  const draft = createDraft({ score: 'ten', episodes: -3, private: 'perhaps', notes: 5 }, 100)
  draft.score('score', 10)
  draft.count('progress', 'episodes')
  draft.flag('private', 'private')
  draft.notes('notes')

  const row = draft.row({ number: 1, kind: 'anime', titles: ['A'] })

  expect(row.fields).toEqual({})
  expect(row.warnings).toEqual([
    { code: 'unknown-value', field: 'score', value: 'ten' },
    { code: 'out-of-range', field: 'episodes', value: '-3' },
    { code: 'unknown-value', field: 'private', value: 'perhaps' },
    { code: 'unknown-value', field: 'notes', value: '5' },
  ])
  expect(row.kept).toEqual({ score: 'ten', episodes: -3, private: 'perhaps', notes: 5 })
})

test('a draft cuts what it quotes', () => {
  const draft = createDraft({ score: 'x'.repeat(500) }, 100)
  draft.score('score', 10)

  expect(draft.row({ number: 1, kind: 'anime', titles: ['A'] }).warnings[0]?.value).toHaveLength(
    200,
  )
})
