import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDiskCache } from '../../../../../src/main/desktop/covers/disk-cache'
import { createCovers } from '../../../../../src/main/desktop/covers/serve-covers'
import type { Pictures } from '../../../../../src/main/environment'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tsuzuki-covers-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('answering cover://', () => {
  const pictures: Pictures = {
    urlOf: (_account, kind, id) => (kind === 'anime' ? `https://s4.anilist.co/${id}.png` : null),
    foreign: (content, number) => (number === 0 ? `https://pics.example/${content}.png` : null),
    originOf: () => null,
  }

  function setUp() {
    const running = new Map<string, PromiseWithResolvers<Buffer>>()
    const signals = new Map<string, AbortSignal>()
    const warned: unknown[] = []
    const cache = createDiskCache({ dir, maxBytes: 1_000_000, wall: () => 0 })
    const answer = createCovers({
      pictures,
      cache,
      log: { warn: (_event, fields) => void warned.push(fields) },
      download({ url, signal }) {
        const result = Promise.withResolvers<Buffer>()
        running.set(url, result)
        signals.set(url, signal)
        signal.addEventListener('abort', () => result.reject(signal.reason as Error))
        return result.promise
      },
    })
    const ask = (id: number) => answer({ url: `cover://1/anime-${id}/small` })
    /** In this order, whatever the disk does. */
    async function askOneByOne(count: number) {
      const answers: Response[] = []
      for (let n = 1; n <= count; n += 1) answers.push(await ask(n))
      return answers
    }
    return { ask, askOneByOne, answer, cache, running, signals, warned }
  }

  const urlOf = (id: number) => `https://s4.anilist.co/${id}.png`
  const settled = () => new Promise(setImmediate)

  test('what is no address, and what has no picture, is not found', async () => {
    const { answer, running } = setUp()
    expect((await answer({ url: 'cover://1/nothing' })).status).toBe(404)
    expect((await answer({ url: 'cover://1/manga-5/small' })).status).toBe(404)
    expect(running.size).toBe(0)
  })

  test('a picture comes from its service once, then from disk', async () => {
    const { ask, running } = setUp()
    const first = await ask(1)
    await settled()
    running.get(urlOf(1))?.resolve(png)
    await expect(first.arrayBuffer()).resolves.toHaveProperty('byteLength', png.length)
    running.clear()

    const second = await ask(1)

    expect(Buffer.from(await second.arrayBuffer())).toEqual(png)
    expect(second.headers.get('content-type')).toBe('image/png')
    expect(running.size).toBe(0)
  })

  test('a picture of a foreign text comes from anywhere, by its number', async () => {
    const { answer, running } = setUp()
    const content = '0123456789abcdef'
    const found = await answer({ url: `cover://words/${content}-0` })
    await settled()
    running.get(`https://pics.example/${content}.png`)?.resolve(png)

    await expect(found.arrayBuffer()).resolves.toHaveProperty('byteLength', png.length)
    expect((await answer({ url: `cover://words/${content}-1` })).status).toBe(404)
    expect((await answer({ url: 'cover://words/0-0' })).status).toBe(404)
  })

  test('six are fetched at once, the others wait their turn', async () => {
    const { askOneByOne, running } = setUp()
    const answers = await askOneByOne(9)
    await settled()
    expect(running.size).toBe(6)

    running.get(urlOf(3))?.resolve(png)
    await answers[2]?.arrayBuffer()
    await settled()

    expect(running.size).toBe(7)
    expect(running.has(urlOf(7))).toBe(true)
  })

  test('a picture that scrolled away before its turn is never fetched', async () => {
    const { askOneByOne, running } = setUp()
    const answers = await askOneByOne(8)
    await answers[6]?.body?.cancel()

    running.get(urlOf(1))?.resolve(png)
    await answers[0]?.arrayBuffer()
    await settled()

    expect(running.has(urlOf(7))).toBe(false)
    expect(running.has(urlOf(8))).toBe(true)
  })

  test('a picture that scrolls away while it is fetched is given up', async () => {
    const { ask, signals, warned } = setUp()
    const answer = await ask(1)
    await settled()

    await answer.body?.cancel()
    await settled()

    expect(signals.get(urlOf(1))?.aborted).toBe(true)
    expect(warned).toEqual([])
  })

  test('a failed picture makes room for the next one and is logged', async () => {
    const { askOneByOne, running, warned } = setUp()
    const answers = await askOneByOne(7)
    await settled()

    running.get(urlOf(1))?.reject(new Error('no picture: 500'))

    await expect(answers[0]?.arrayBuffer()).rejects.toThrow()
    await settled()
    expect(running.has(urlOf(7))).toBe(true)
    expect(warned).toHaveLength(1)
  })

  test('what lies damaged on disk is fetched anew', async () => {
    const { ask, cache, running } = setUp()
    await cache.write(urlOf(1), Buffer.from('half a pict'))

    await ask(1)
    await settled()

    expect(running.has(urlOf(1))).toBe(true)
  })
})
