import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import DateField from '../../../../src/renderer/src/components/entry/DateField.vue'
import EntryFields from '../../../../src/renderer/src/components/entry/EntryFields.vue'
import NotesField from '../../../../src/renderer/src/components/entry/NotesField.vue'
import { account, row } from '../support/builders'
import { show } from '../support/mounting'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-05T12:00:00') }))

afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const mushishi = row(
  'anime:7',
  'Mushishi',
  { progress: 3, customLists: ['With Mia'] },
  { episodes: 26 },
)

function fields(props: Record<string, unknown> = {}) {
  return show(EntryFields, { row: mushishi, account: account(), base: null, ...props })
}

test('shows the fields that the service has, and none that it lacks', () => {
  const anisearch = account({ capabilities: { writable: ['status', 'repeatDesire'] } })

  const names = fields({ account: anisearch })
    .findAll('.name')
    .map((name) => name.text())

  expect(names).toEqual(['Status', 'Wish to repeat'])
})

test('what the service only shows is shown without a control', () => {
  const reads = account({ capabilities: { writable: [], readable: ['progress'] } })

  const panel = fields({ account: reads })

  expect(panel.text()).toContain('Episodes')
  expect(panel.text()).toContain('3')
  expect(panel.find('input').exists()).toBe(false)
})

test('edits one field at a time', async () => {
  const panel = fields()

  await panel.get('select').setValue('completed')

  expect(panel.emitted('edit')).toEqual([[{ status: 'completed' }]])
})

test('custom lists are ticked', async () => {
  const panel = fields({
    account: account({ options: { customLists: { anime: ['With Mia', 'Films'], manga: [] } } }),
  })
  const [mia, films] = panel.findAll('input[role=checkbox]')

  await films!.setValue(true)
  await mia!.setValue(false)

  expect(panel.emitted('edit')).toEqual([
    [{ customLists: ['With Mia', 'Films'] }],
    [{ customLists: [] }],
  ])
})

test('a changed field is marked with what it was, and can be set back', async () => {
  const panel = fields({ base: { progress: 1 } })

  expect(panel.findAll('.mark')).toHaveLength(1)
  expect(panel.get('.mark').attributes('aria-label')).toBe('Changed, not sent yet: was 1')
  await panel.get('[aria-label="Reset Episodes"]').trigger('click')

  expect(panel.emitted('edit')).toEqual([[{ progress: 1 }]])
})

function date(props: Record<string, unknown>) {
  return show(DateField, { date: null, name: 'Started', partial: true, ...props })
}

test('a date may be a month, or a year alone', async () => {
  const field = date({ date: 20_170_715 })
  const [day] = field.findAll('input')

  await day!.setValue('')
  await field.get('.date').trigger('focusout')

  expect(field.emitted('change')).toEqual([[20_170_700]])
})

test('where only whole dates are kept, a part of one is not taken and says why', async () => {
  const field = date({ date: 20_170_715, partial: false })
  const [day] = field.findAll('input')

  await day!.setValue('')
  await field.get('.date').trigger('focusout')

  expect(field.emitted('change')).toBeUndefined()
  expect(field.text()).toContain('whole dates only')
})

test('today is one click, and so is no date', async () => {
  const empty = date({})
  await empty.get('button').trigger('click')
  expect(empty.emitted('change')).toEqual([[20_260_305]])

  const full = date({ date: 20_170_715 })
  await full.get('button').trigger('click')
  expect(full.emitted('change')).toEqual([[null]])
})

test('notes are taken when typing pauses', async () => {
  const field = show(NotesField, { id: 'n', notes: 'old', most: 6000 })

  await field.get('textarea').setValue('ne')
  vi.advanceTimersByTime(700)
  await field.get('textarea').setValue('new')
  vi.advanceTimersByTime(700)
  expect(field.emitted('change')).toBeUndefined()

  vi.advanceTimersByTime(100)
  expect(field.emitted('change')).toEqual([['new']])
})

test('notes are not lost when the panel closes in the middle', async () => {
  const onChange = vi.fn()
  const field = show(NotesField, { id: 'n', notes: '', most: null, onChange })

  await field.get('textarea').setValue('half a thou')
  field.unmount()

  expect(onChange.mock.calls).toEqual([['half a thou']])
})

test('notes that are too long are counted and not taken', async () => {
  const field = show(NotesField, { id: 'n', notes: '', most: 5 })

  await field.get('textarea').setValue('123456😀')
  vi.advanceTimersByTime(800)

  expect(field.text()).toContain('Too long by 2')
  expect(field.emitted('change')).toBeUndefined()
})
