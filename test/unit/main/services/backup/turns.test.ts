import { expect, test } from 'vitest'
import { createTurns } from '../../../../../src/main/services/backup/turns'

const refusal = { failure: { code: 'invalid-input', reason: 'import-starting' } }
const nothing = () => Promise.resolve()

test('who holds it waits for the changes that run, and lets no other in', async () => {
  const turns = createTurns()
  const gate = Promise.withResolvers<void>()
  const order: string[] = []
  const change = turns.change(() => gate.promise.then(() => order.push('change')))

  const held = turns.hold(() => Promise.resolve(order.push('held')))
  await expect(turns.change(nothing)).rejects.toMatchObject(refusal)
  await expect(turns.hold(nothing)).rejects.toMatchObject(refusal)
  gate.resolve()
  await Promise.all([change, held])

  expect(order).toEqual(['change', 'held'])
})

test('changes go on together, and after a hold or a change that failed', async () => {
  const turns = createTurns()
  const fail = () => Promise.reject(new Error('no'))

  const failing = turns.change(fail)
  const held = turns.hold(fail)
  await expect(failing).rejects.toThrow('no')
  await expect(held).rejects.toThrow('no')

  expect(
    await Promise.all([
      turns.change(() => Promise.resolve(1)),
      turns.change(() => Promise.resolve(2)),
    ]),
  ).toEqual([1, 2])
})
