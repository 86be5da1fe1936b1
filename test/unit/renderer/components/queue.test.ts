import { afterEach, beforeEach, expect, test } from 'vitest'
import AccountCard from '../../../../src/renderer/src/components/accounts/AccountCard.vue'
import WelcomePage from '../../../../src/renderer/src/components/accounts/WelcomePage.vue'
import ChangeItem from '../../../../src/renderer/src/components/history/ChangeItem.vue'
import ConflictCard from '../../../../src/renderer/src/components/queue/ConflictCard.vue'
import QueueItem from '../../../../src/renderer/src/components/queue/QueueItem.vue'
import ServiceLimits from '../../../../src/renderer/src/components/queue/ServiceLimits.vue'
import { account, change, queueRow } from '../support/builders'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores, show } from '../support/mounting'

beforeEach(() => {
  installFakeBridge()
  freshStores()
})

afterEach(() => (document.body.innerHTML = ''))

function item(part: Parameters<typeof queueRow>[0] = {}, elapsedMs = 0) {
  return show(QueueItem, { row: queueRow(part), account: account(), elapsedMs, now: 180_000 })
}

test('says what waits, since when and until when', () => {
  const text = item({ nextTryInMs: 90_000, attempts: 2 }).text()

  expect(text).toContain('Mushishi')
  expect(text).toContain('Episodes')
  expect(text).toContain('3 → 4')
  expect(text).toContain('3 min ago')
  expect(text).toContain('next try in 2 min')
  expect(text).toContain('2 tries')
})

test('counts the time that has passed since', () => {
  expect(item({ nextTryInMs: 3000 }, 1000).text()).toContain('leaves in 2 s')
  expect(item({ nextTryInMs: 3000 }, 5000).text()).toContain('waits for its turn')
})

test('says why it needs the user, and what one can do', async () => {
  const refused = item({ state: 'attention', failure: { code: 'refused', detail: 'score: 7.25' } })

  expect(refused.text()).toContain('AniList refused this')
  expect(refused.text()).toContain('score: 7.25')
  for (const button of refused.findAll('button')) await button.trigger('click')
  expect(Object.keys(refused.emitted()).filter((name) => name !== 'click')).toEqual([
    'retry',
    'change',
    'drop',
  ])
})

test('what is on its way cannot be dropped', () => {
  expect(item({ state: 'sending' }).findAll('button')).toHaveLength(0)
})

test('a removal cannot be changed, only dropped', () => {
  const labels = item({ to: null })
    .findAll('button')
    .map((button) => button.attributes('aria-label'))

  expect(labels).toEqual(['Send now', 'Drop'])
})

const clash = queueRow({
  state: 'conflict',
  conflicts: [
    { field: 'progress', was: 11, mine: 12, theirs: 14 },
    { field: 'notes', was: '', mine: 'good', theirs: 'great' },
  ],
})

test('a conflict shows what it was, what is here and what is there', () => {
  const card = show(ConflictCard, { row: clash, account: account() })
  const cells = card
    .findAll('tbody tr')[0]!
    .findAll('td')
    .map((cell) => cell.text())

  expect(cells.slice(0, 3)).toEqual(['11', '12', '14'])
})

test('a conflict is settled when every field has its answer', async () => {
  const card = show(ConflictCard, { row: clash, account: account() })
  const press = (label: string, at = 0) =>
    card
      .findAll('button')
      .filter((button) => button.text() === label)
      [at]!.trigger('click')

  expect(card.get('.apply').attributes('disabled')).toBeDefined()
  await press('Take the higher')
  await press('Take mine', 1)
  await press('Apply')

  expect(card.emitted('resolve')).toEqual([[{ progress: 'higher', notes: 'mine' }]])
})

test('where one side has no entry, the entry itself is chosen', async () => {
  const card = show(ConflictCard, {
    row: queueRow({ state: 'conflict', to: null, conflicts: [] }),
    account: account(),
  })

  await card.findAll('button')[1]!.trigger('click')
  await card.get('.apply').trigger('click')

  expect(card.emitted('resolve')).toEqual([[{ entry: 'theirs' }]])
})

test('limits show how full they are and when they are free', () => {
  const state = {
    service: 'anilist',
    sandbox: false,
    pause: null,
    buckets: [{ name: 'api', max: 30, windowMs: 60_000, used: 30, freeInMs: 12_000 }],
  }

  const limits = show(ServiceLimits, { state, elapsedMs: 2000 })

  expect(limits.text()).toContain('30 of 30 in 1 min')
  expect(limits.text()).toContain('free in 10 s')
  expect(limits.get('.fill').classes()).toContain('full')
})

test('a change of the history can be taken back once', async () => {
  const line = show(ChangeItem, { change: change(), account: account(), now: 0 })
  await line.get('[aria-label="Take back"]').trigger('click')
  expect(line.emitted('undo')).toHaveLength(1)

  const gone = show(ChangeItem, { change: change({ undone: true }), account: account(), now: 0 })
  expect(gone.get('[aria-label="Take back"]').attributes('disabled')).toBeDefined()
  expect(gone.text()).toContain('taken back')
})

const sync = { accountId: 1, phase: 'idle', read: 0, syncedAt: 0, failure: null, missing: 0 }

test('an account that lost too much asks before it applies anything', async () => {
  const card = show(AccountCard, {
    account: account(),
    sync: { ...sync, phase: 'asking', missing: 90 },
    shown: true,
    now: 0,
  })

  expect(card.text()).toContain('90 titles are gone')
  await card.get('[role=alert] button').trigger('click')

  expect(card.emitted('accept')).toEqual([['keep']])
})

test('an account tells why its list could not be read', () => {
  const failed = { ...sync, failure: { code: 'bad-answer' } }

  const card = show(AccountCard, { account: account(), sync: failed, shown: true, now: 0 })

  expect(card.text()).toContain('cannot be read')
})

test('the first page opens the sandbox of the chosen service', async () => {
  const page = show(WelcomePage, { starting: null, failure: null })

  await page.findAll('input[type=radio]')[1]!.setValue(true)
  await page.findAll('button')[0]!.trigger('click')

  expect(page.emitted('start')).toEqual([['anisearch']])
})
