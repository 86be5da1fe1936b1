import { beforeEach, describe, expect, test } from 'vitest'
import { flushPromises } from '@vue/test-utils'
import { ref } from 'vue'
import { useLookedUp } from '../../../../src/renderer/src/composables/use-looked-up'
import { useLookedUpPages } from '../../../../src/renderer/src/composables/use-looked-up-pages'
import { useAccountsStore } from '../../../../src/renderer/src/stores/accounts'
import type { Look, Looked } from '../../../../src/shared/looked-up'
import { account } from '../support/builders'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores, run } from '../support/mounting'

/** Questions and the answers that a test gives to them. */
function desk<T>() {
  const asked: { look: Look; page: number; answer: (told: Looked<T>) => void; fail: () => void }[] =
    []
  const ask = (look: Look, page = 1) =>
    new Promise<Looked<T>>((answer, reject) =>
      asked.push({ look, page, answer, fail: () => reject(new Error('lost')) }),
    )
  const wants = () => asked.map(({ look }) => look.want)
  async function answer(told: Looked<T>) {
    asked.at(-1)!.answer(told)
    await flushPromises()
  }
  return { asked, ask, wants, answer }
}
const told = <T>(value: T, isFresh: boolean) => ({ value, askedAt: 1, isFresh })

beforeEach(() => {
  freshStores()
})
function start() {
  const bridge = installFakeBridge({ 'looks:leave': () => undefined })
  useAccountsStore().accounts = [account()]
  return bridge
}

describe('one thing', () => {
  test('that is known and new enough is asked for once', async () => {
    start()
    const { ask, answer, wants } = desk<number>()
    const { seen, isAsking } = run(() => useLookedUp(() => ({ key: 'a', ask })))
    await answer(told(1, true))
    expect(seen.value?.value).toBe(1)
    expect(isAsking.value).toBe(false)
    expect(wants()).toEqual(['known'])
  })

  test('that is known but old is shown while it is asked for', async () => {
    start()
    const { ask, answer, wants } = desk<number>()
    const { seen, isAsking } = run(() => useLookedUp(() => ({ key: 'a', ask })))
    await answer(told(1, false))
    expect([seen.value?.value, isAsking.value]).toEqual([1, true])
    await answer(told(2, true))
    expect([seen.value?.value, isAsking.value]).toEqual([2, false])
    expect(wants()).toEqual(['known', 'fresh'])
  })

  test('stays when it cannot be asked for', async () => {
    start()
    const { ask, answer, asked } = desk<number>()
    const { seen, failure } = run(() => useLookedUp(() => ({ key: 'a', ask })))
    await answer(told(1, false))
    asked[1]!.fail()
    await flushPromises()
    expect(seen.value?.value).toBe(1)
    expect(failure.value?.code).toBe('unexpected')
  })

  test('is left with its view, and what comes late is not shown', async () => {
    const bridge = start()
    const { ask, answer, asked } = desk<number>()
    const { seen, stop } = run(() => useLookedUp(() => ({ key: 'a', ask })))
    await answer(null)
    stop()
    await answer(told(1, true))
    expect(seen.value).toBeNull()
    expect(bridge.argsOf('looks:leave')).toEqual([[asked[0]!.look.ticket]])
  })

  test('is left for another one', async () => {
    const bridge = start()
    const { ask, answer, asked } = desk<string>()
    const key = ref('a')
    const { seen } = run(() => useLookedUp(() => ({ key: key.value, ask })))
    await answer(null)
    key.value = 'b'
    await flushPromises()
    asked[1]!.answer(told('of a', true))
    await answer(told('of b', true))
    expect(seen.value?.value).toBe('of b')
    expect(bridge.argsOf('looks:leave')).toHaveLength(1)
  })

  test('that has arrived needs no leaving', async () => {
    const bridge = start()
    const { ask, answer } = desk<number>()
    const { stop } = run(() => useLookedUp(() => ({ key: 'a', ask })))
    await answer(told(1, true))
    stop()
    expect(bridge.argsOf('looks:leave')).toEqual([])
  })
})

describe('something long', () => {
  const page = (items: number[], hasNext: boolean) => told({ items, hasNext, total: null }, true)

  test('is asked for page by page, each when it is needed', async () => {
    start()
    const { ask, answer, asked } = desk<ReturnType<typeof page>['value']>()
    const { items, more } = run(() => useLookedUpPages(() => ({ key: 'a', ask })))
    more()
    await answer(page([1, 2], true))
    expect(items.value).toEqual([1, 2])
    more()
    more()
    await answer(page([3], false))
    more()
    expect(items.value).toEqual([1, 2, 3])
    expect(asked.map((each) => each.page)).toEqual([1, 2])
  })

  test('does not ask on and on for a page that failed', async () => {
    start()
    const { ask, answer, asked } = desk<ReturnType<typeof page>['value']>()
    const { more, retry, failure } = run(() => useLookedUpPages(() => ({ key: 'a', ask })))
    await answer(page([1], true))
    more()
    asked[1]!.fail()
    await flushPromises()
    more()
    expect(failure.value).not.toBeNull()
    expect(asked).toHaveLength(2)
    retry()
    expect(asked.at(-1)).toMatchObject({ page: 2 })
  })
})
