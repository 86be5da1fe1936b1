import { expect, test } from 'vitest'
import { createSocial } from '../../../../../src/main/services/community/social'
import type { Look } from '../../../../../src/shared/looked-up'
import { startLookingUp } from '../../../../support/looked-up'

function start() {
  const world = startLookingUp()
  const { lookedUp, accounts, realm, tables, mia, clock, waiting } = world
  const { handlers } = createSocial({
    lookedUp,
    accounts,
    realms: { byId: () => realm },
    meta: tables.meta,
    push: () => undefined,
    readList: () => undefined,
  })
  let ticket = 0
  const at = (want: Look['want'] = 'fresh'): Look => ({ accountId: mia, ticket: ++ticket, want })
  /** The next request is answered with somebody. */
  async function answered(id: number, name: string) {
    await clock.advance(1_000)
    waiting.at(-1)!.give({ data: { User: { id, name } } })
  }
  return { ...world, handlers, at, answered }
}

test('somebody whose name is a number is not taken for the one with that number', async () => {
  const { handlers, at, answered, waiting } = start()
  const byNumber = handlers['social:user'](at(), 55)
  await answered(55, 'Somebody')
  const byName = handlers['social:user'](at(), '55')
  await answered(7, '55')

  expect((await byNumber)?.value).toMatchObject({ id: 55, name: 'Somebody' })
  expect((await byName)?.value).toMatchObject({ id: 7, name: '55' })
  expect(waiting).toHaveLength(2)
})

test('each of them is known by itself afterwards', async () => {
  const { handlers, at, answered } = start()
  const asked = handlers['social:user'](at(), '55')
  await answered(7, '55')
  await asked

  expect(await handlers['social:user'](at('known'), 55)).toBeNull()
  expect(await handlers['social:user'](at('known'), '55')).toMatchObject({ value: { id: 7 } })
})
