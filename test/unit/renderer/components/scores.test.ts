import { afterEach, expect, test } from 'vitest'
import ScoreEditor from '../../../../src/renderer/src/components/library/ScoreEditor.vue'
import type { ScoreFormat } from '../../../../src/shared/score'
import { show } from '../support/mounting'

afterEach(() => (document.body.innerHTML = ''))

function edit(format: ScoreFormat, raw: number | null, language: 'en' | 'de' = 'en') {
  return show(ScoreEditor, { raw, format, table: 'anilist', name: 'Score', grabs: true }, language)
}

test.each([
  ['point-100', 85, '85'],
  ['point-10-decimal', 85, '8.5'],
  ['point-10', 85, '8'],
  ['point-10', null, ''],
] as const)('in %s the score %s is typed as %s', (format, raw, text) => {
  expect(edit(format, raw).get('input').element.value).toBe(text)
})

test('takes the keyboard when it appears in a row', () => {
  const editor = edit('point-100', 85)

  expect(document.activeElement).toBe(editor.get('input').element)
})

test.each([
  ['point-100', '72', 72],
  ['point-10-decimal', '7,25', undefined],
  ['point-10-decimal', '7,2', 72],
  ['point-10', '9', 90],
  ['point-10', '0', null],
  ['point-10', '', null],
  ['point-10', '11', undefined],
] as const)('in %s typing %s gives %s', async (format, text, raw) => {
  const editor = edit(format, 85)

  await editor.get('input').setValue(text)
  await editor.get('input').trigger('keydown.enter')

  expect(editor.emitted('choose')?.[0]?.[0]).toBe(raw)
})

test('what does not fit is marked', async () => {
  const editor = edit('point-10', 85)

  await editor.get('input').setValue('12')

  expect(editor.get('input').attributes('aria-invalid')).toBe('true')
})

test('a score that was not touched stays to the last point', async () => {
  const editor = edit('point-10', 87)

  await editor.get('input').trigger('keydown.enter')

  expect(editor.emitted('choose')).toEqual([[87]])
})

test('arrows step, Escape leaves it as it was', async () => {
  const editor = edit('point-10', 80)

  await editor.get('input').trigger('keydown.up')
  expect(editor.get('input').element.value).toBe('9')
  await editor.get('input').trigger('keydown.esc')

  expect(editor.emitted('cancel')).toHaveLength(1)
  expect(editor.emitted('choose')).toBeUndefined()
})

test('leaving the field takes what is good, once', async () => {
  const editor = edit('point-100', 80)

  await editor.get('input').setValue('81')
  await editor.get('input').trigger('blur')
  await editor.get('input').trigger('blur')

  expect(editor.emitted('choose')).toEqual([[81]])
})

test('leaving with something that does not fit changes nothing', async () => {
  const editor = edit('point-100', 80)

  await editor.get('input').setValue('many')
  await editor.get('input').trigger('blur')

  expect(editor.emitted('choose')).toBeUndefined()
  expect(editor.emitted('cancel')).toHaveLength(1)
})

test('a comma is written where German writes one', () => {
  expect(edit('point-10-decimal', 85, 'de').get('input').element.value).toBe('8,5')
})

test('stars are chosen by click, and by the same star taken back', async () => {
  const editor = edit('point-5', 70)
  const stars = editor.findAll('button')

  expect(stars.map((star) => star.attributes('aria-label'))).toEqual([
    '1 star',
    '2 stars',
    '3 stars',
    '4 stars',
    '5 stars',
  ])
  await stars[4]!.trigger('click')
  await stars[3]!.trigger('click')

  expect(editor.emitted('choose')).toEqual([[90], [null]])
})

test('faces are chosen by digit; 0 clears, other keys do nothing', async () => {
  const editor = edit('point-3', null)

  for (const key of ['3', '4', 'x', ' ', '0']) await editor.get('div').trigger('keydown', { key })

  expect(editor.emitted('choose')).toEqual([[85], [null]])
})
