import { describe, expect, test } from 'vitest'
import { toFailure } from '../../../../src/shared/failure'
import type { Look } from '../../../../src/shared/looked-up'
import { packKey } from '../../../../src/main/db/keys'
import { ages, plain, type Question } from '../../../../src/main/services/looked-up'
import { startLookingUp } from '../../../support/looked-up'
import { settle } from '../../../support/virtual-clock'

const genres: Question<readonly string[]> = {
  name: 'genres()',
  ageMs: ages.hours,
  shared: true,
  ask: (community) => plain(community.genres()),
}
const title: Question<unknown> = {
  name: 'series(anime:1)',
  ageMs: ages.hours,
  ask: (community) => community.series('anime:1'),
}
const answer = { data: { GenreCollection: ['Action', 'Drama'] } }

function start() {
  const world = startLookingUp()
  let ticket = 0
  const at = (want: Look['want'], accountId = world.mia): Look => ({
    accountId,
    want,
    ticket: (ticket += 1),
  })
  return { ...world, at }
}

async function learn(world: ReturnType<typeof start>) {
  const looked = world.lookedUp.look(world.at('fresh'), genres)
  await settle()
  world.waiting.at(-1)!.give(answer)
  return looked
}

test('only what is known is told without a request', async () => {
  const { lookedUp, at, waiting } = start()
  expect(await lookedUp.look(at('known'), genres)).toBeNull()
  expect(waiting).toHaveLength(0)
})

test('within its age an answer costs no request, also for another account where it is shared', async () => {
  const world = start()
  const { lookedUp, at, clock, waiting, noa } = world
  const askedAt = clock.wall()
  expect(await learn(world)).toEqual({ value: ['Action', 'Drama'], askedAt, isFresh: true })
  await clock.advance(ages.hours - 1)
  for (const look of [at('known'), at('fresh'), at('fresh', noa)]) {
    expect(await lookedUp.look(look, genres)).toMatchObject({ askedAt, isFresh: true })
  }
  expect(waiting).toHaveLength(1)
})

test('what is past its age is still told, and asked for anew', async () => {
  const world = start()
  const { lookedUp, at, clock, waiting } = world
  await learn(world)
  await clock.advance(ages.hours)
  expect(await lookedUp.look(at('known'), genres)).toMatchObject({ isFresh: false })
  const again = lookedUp.look(at('fresh'), genres)
  await settle()
  waiting[1]!.give({ data: { GenreCollection: ['Action'] } })
  expect(await again).toMatchObject({ value: ['Action'], askedAt: clock.wall() })
})

test('it is asked for anew in any case when that is wanted', async () => {
  const world = start()
  await learn(world)
  await world.clock.advance(1000)
  void world.lookedUp.look(world.at('anew'), genres).catch(() => undefined)
  await settle()
  expect(world.waiting).toHaveLength(2)
})

test('an answer that depends on who asks is told to nobody else', async () => {
  const { lookedUp, at, waiting, noa } = start()
  const first = lookedUp.look(at('fresh'), title)
  await settle()
  waiting[0]!.give({ data: { Media: { id: 1, type: 'ANIME', title: { romaji: 'A' } } } })
  await first
  expect(await lookedUp.look(at('known', noa), title)).toBeNull()
  expect(await lookedUp.look(at('known'), title)).not.toBeNull()
})

test('titles that an answer names are kept for the list', async () => {
  const { lookedUp, at, waiting, tables, realm } = start()
  const first = lookedUp.look(at('fresh'), title)
  await settle()
  waiting[0]!.give({ data: { Media: { id: 1, type: 'ANIME', title: { romaji: 'A' } } } })
  await first
  expect(tables.media.get(packKey(realm.id, 'anime:1'))?.titles.romaji).toBe('A')
})

test('equal questions share one request, which ends when the last of them is left', async () => {
  const { lookedUp, at, waiting } = start()
  const [one, other] = [at('fresh'), at('fresh')]
  const failures = [one, other].map((look) => lookedUp.look(look, genres).catch(toFailure))
  await settle()
  expect(waiting).toHaveLength(1)
  void lookedUp.handlers['looks:leave'](one.ticket)
  expect(waiting[0]!.isCancelled()).toBe(false)
  void lookedUp.handlers['looks:leave'](other.ticket)
  expect(waiting[0]!.isCancelled()).toBe(true)
  expect(await Promise.all(failures)).toEqual([{ code: 'cancelled' }, { code: 'cancelled' }])
})

test('who comes back after a question was cancelled asks it again', async () => {
  const { lookedUp, at, waiting, clock } = start()
  const left = at('fresh')
  const failure = lookedUp.look(left, genres).catch(toFailure)
  await settle()
  void lookedUp.handlers['looks:leave'](left.ticket)
  const back = lookedUp.look(at('fresh'), genres)
  await failure
  await clock.advance(60_000)
  waiting[1]!.give(answer)
  expect(await back).toMatchObject({ isFresh: true })
})

describe('an account that is removed while it asks', () => {
  async function removeWhileAsking(question: Question<unknown>) {
    const world = start()
    const { lookedUp, at, waiting, accounts, mia } = world
    const failed = lookedUp.look(at('fresh'), question).catch(toFailure)
    await settle()
    accounts.remove(mia)
    waiting[0]!.give({ data: { Media: { id: 1, type: 'ANIME', title: { romaji: 'A' } } } })
    return { ...world, failed: await failed }
  }

  test('leaves nothing behind of what is answered later', async () => {
    const { tables, realm, failed } = await removeWhileAsking(title)

    expect(failed).toEqual({ code: 'cancelled' })
    expect(tables.db.sql.prepare('select name from answers').all()).toEqual([])
    expect(tables.media.get(packKey(realm.id, 'anime:1'))).toBeNull()
  })

  test('leaves those who waited for the same thing to ask themselves', async () => {
    const { lookedUp, at, waiting, accounts, clock, mia, noa } = start()
    void lookedUp.look(at('fresh'), genres).catch(() => undefined)
    const other = lookedUp.look(at('fresh', noa), genres)
    await settle()
    accounts.remove(mia)
    waiting[0]!.give(answer)
    await clock.advance(1_000)
    waiting[1]!.give(answer)

    expect(await other).toMatchObject({ value: ['Action', 'Drama'] })
  })
})

describe('a question that two accounts share', () => {
  async function asked() {
    const world = start()
    const mine = world.lookedUp.look(world.at('fresh'), genres).catch(toFailure)
    const theirs = world.at('fresh', world.noa)
    const other = world.lookedUp.look(theirs, genres).catch(toFailure)
    await settle()
    expect(world.waiting).toHaveLength(1)
    return { ...world, mine, theirs, other }
  }
  const deadToken = { data: null, errors: [{ message: 'Invalid token', status: 400 }] }

  test('is asked by the other one where the first one’s sign-in has ended', async () => {
    const { waiting, mine, other, clock } = await asked()
    waiting[0]!.give(deadToken)
    await clock.advance(1_000)
    waiting[1]!.give(answer)

    expect(await mine).toMatchObject({ code: 'signed-out' })
    expect(await other).toMatchObject({ value: ['Action', 'Drama'] })
  })

  test('is not asked again by an account that has left meanwhile', async () => {
    const { lookedUp, waiting, theirs, other } = await asked()
    void lookedUp.handlers['looks:leave'](theirs.ticket)
    waiting[0]!.give(deadToken)
    await other

    expect(waiting).toHaveLength(1)
  })

  test('fails for both where the service does', async () => {
    const { waiting, mine, other } = await asked()
    waiting[0]!.lose()

    expect(await mine).toMatchObject({ code: 'offline' })
    expect(await other).toMatchObject({ code: 'offline' })
    expect(waiting).toHaveLength(1)
  })
})

test('without a network the question fails and what is known stays', async () => {
  const world = start()
  const { lookedUp, at, clock, waiting } = world
  await learn(world)
  await clock.advance(ages.days)
  const failed = lookedUp.look(at('fresh'), genres).catch(toFailure)
  await settle()
  waiting[1]!.lose()
  expect(await failed).toMatchObject({ code: 'offline' })
  expect(await lookedUp.look(at('known'), genres)).toMatchObject({ value: ['Action', 'Drama'] })
})

test('what was changed is past its age at once', async () => {
  const world = start()
  await learn(world)
  world.lookedUp.outdate(world.mia, 'genres(')
  expect(await world.lookedUp.look(world.at('known'), genres)).toMatchObject({ isFresh: false })
})
