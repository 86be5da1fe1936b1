import { entry, expect, test } from './fixture'

test.describe('between the page and its preload', () => {
  test('the page sees what was exposed, and nothing else of the preload', async ({ launch }) => {
    const { page } = await launch({ entry })

    const seen = await page.evaluate(() => ({
      fromPreload: 'fromPreload' in globalThis,
      require: 'require' in globalThis,
      process: 'process' in globalThis,
      answer: globalThis.fixture.nested.answer,
    }))

    expect(seen).toEqual({ fromPreload: false, require: false, process: false, answer: 42 })
  })

  test('what was exposed cannot be changed', async ({ launch }) => {
    const { page } = await launch({ entry })

    const answer = await page.evaluate(() => {
      const bridge = globalThis.fixture as { nested: { answer: number } }
      try {
        bridge.nested.answer = 1
      } catch {
        // Strict code is told so, sloppy code is not.
      }
      return bridge.nested.answer
    })

    expect(answer).toBe(42)
  })

  test('a sandboxed preload can require electron and no module of Node', async ({ launch }) => {
    const { page } = await launch({ entry })

    const can = await page.evaluate(() =>
      ['electron', 'fs', 'node:child_process'].map((name) => globalThis.fixture.canRequire(name)),
    )

    expect(can).toEqual([true, false, false])
  })

  test('an error keeps its message and loses everything else', async ({ launch }) => {
    const { page } = await launch({ entry })

    const caught = await page.evaluate(() => {
      try {
        return globalThis.fixture.throwing()
      } catch (error) {
        return {
          isRange: error instanceof RangeError,
          text: String(error),
          keys: Object.keys(error as object),
        }
      }
    })

    expect(caught).toEqual({ isRange: false, text: 'Error: too far', keys: [] })
  })
})

test.describe('between the page and the main process', () => {
  test('plain data arrives as it was', async ({ launch }) => {
    const { page } = await launch({ entry })
    const sent = {
      list: [1, 'two', null, true, { three: 3.5 }],
      'quote\'s "and" \\': '\u2028\n',
      __proto: 1,
    }

    const back = await page.evaluate((value) => globalThis.fixture.invoke('echo', value), sent)

    expect(back).toEqual(sent)
  })

  test('values that JSON does not know survive', async ({ launch }) => {
    const { page } = await launch({ entry })

    const back = await page.evaluate(async () => {
      const shared = { shared: true }
      const cyclic: Record<string, unknown> = { shared, again: shared }
      cyclic['self'] = cyclic
      const value = {
        nothing: undefined,
        zero: -0,
        large: Number.POSITIVE_INFINITY,
        no: Number.NaN,
        big: 12345678901234567890n,
        day: new Date(86_400_000),
        map: new Map<unknown, unknown>([['key', new Set([1, 2])]]),
        bytes: new Uint8Array([1, 2, 250]),
        pattern: /x+/gi,
        holes: [1, , 3],
        cyclic,
      }
      const got = (await globalThis.fixture.invoke('echo', value)) as typeof value
      const map = got.map.get('key') as Set<number>
      return [
        'nothing' in got && got.nothing === undefined,
        Object.is(got.zero, -0),
        got.large === Number.POSITIVE_INFINITY,
        Number.isNaN(got.no),
        got.big === 12345678901234567890n,
        got.day instanceof Date && got.day.getTime() === 86_400_000,
        got.map instanceof Map && map.has(2),
        got.bytes instanceof Uint8Array && got.bytes.join() === '1,2,250',
        String(got.pattern) === '/x+/gi',
        got.holes.length === 3 && got.holes[1] === undefined,
        got.cyclic['self'] === got.cyclic && got.cyclic['shared'] === got.cyclic['again'],
      ]
    })

    expect(back).toEqual(back.map(() => true))
  })

  test('functions and reactive objects are refused, with the words of Electron', async ({
    launch,
  }) => {
    const { page } = await launch({ entry })

    const words = await page.evaluate(() =>
      Promise.all(
        [new Proxy({ a: 1 }, {}), { deep: new Proxy([1], {}) }, { f: () => 1 }, Symbol('s')].map(
          async (value) => {
            try {
              return await globalThis.fixture.invoke('echo', value)
            } catch (error) {
              return String(error)
            }
          },
        ),
      ),
    )

    expect(words).toEqual(words.map(() => 'Error: An object could not be cloned.'))
  })

  test('a handler that throws, and one that is missing, are told to the page', async ({
    launch,
  }) => {
    const { page } = await launch({ entry })

    const words = await page.evaluate(() =>
      Promise.all(
        ['fail', 'nobody'].map((channel) =>
          globalThis.fixture.invoke(channel).then(String, (error: unknown) => String(error)),
        ),
      ),
    )

    expect(words).toEqual([
      "Error: Error invoking remote method 'fail': TypeError: on purpose",
      "Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    ])
  })

  test('messages without an answer arrive in their order', async ({ launch }) => {
    const { page } = await launch({ entry })
    const count = 50

    await page.evaluate((n) => {
      for (let at = 0; at < n; at++) globalThis.fixture.say(at)
    }, count)

    await expect.poll(() => page.evaluate(() => globalThis.said)).toHaveLength(count)
    expect(await page.evaluate(() => globalThis.said)).toEqual([...Array(count).keys()])
  })

  test('main knows which frame asks, by the address the app gave it', async ({ launch }) => {
    const { page } = await launch({ entry })

    const who = await page.evaluate(() => globalThis.fixture.invoke('who'))

    expect(who).toEqual({ url: 'app://bundle/index.html', isMain: true })
  })
})
