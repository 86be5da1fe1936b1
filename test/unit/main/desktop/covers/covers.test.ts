import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCoverAddress } from '../../../../../src/main/desktop/covers/address'
import { createDiskCache } from '../../../../../src/main/desktop/covers/disk-cache'
import { createDownload, mayFetch } from '../../../../../src/main/desktop/covers/download'
import { pictureType } from '../../../../../src/main/desktop/covers/picture-type'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex')
const address = 'https://s4.anilist.co/file/anilistcdn/media/anime/cover/small/1.png'

let dir: string
let now = 1_000_000

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tsuzuki-covers-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const openCache = (maxBytes = 1_000_000) => createDiskCache({ dir, maxBytes, wall: () => now })

describe('an address of a picture', () => {
  test('names account, title and size', () => {
    expect(readCoverAddress('cover://2/manga-30013/large')).toEqual({
      accountId: 2,
      kind: 'manga',
      id: 30_013,
      size: 'large',
    })
  })

  test('is understood after Chromium took the account for an IPv4 address', () => {
    expect(readCoverAddress('cover://0.0.0.2/anime-1/small')?.accountId).toBe(2)
    expect(readCoverAddress('cover://0.0.1.2/anime-1/small')?.accountId).toBe(258)
  })

  test.each([
    'cover://2/anime-1/huge',
    'cover://2/film-1/small',
    'cover://2/anime-0/small',
    'cover://2/anime--1/small',
    'cover://2/anime-1/small/more',
    'cover://2/anime-1/small?url=https://evil.example',
    'cover://2/anime-1/../../etc/passwd',
    'cover://0/anime-1/small',
    'cover://0.0.0.0/anime-1/small',
    'cover://999.0.0.1/anime-1/small',
    'cover://anilist/anime-1/small',
    'cover://user@2/anime-1/small',
    'https://2/anime-1/small',
    'cover:2/anime-1/small',
    '',
  ])('%s is none', (url) => {
    expect(readCoverAddress(url)).toBeNull()
  })
})

describe('where pictures may come from', () => {
  const may = (url: string, ownOrigin: string | null = null) => mayFetch(new URL(url), ownOrigin)

  test('are the hosts of the services over https', () => {
    expect(may('https://s4.anilist.co/a.jpg')).toBe(true)
    expect(may('https://cdn.anisearch.com/a.jpg')).toBe(true)
    expect(may('https://anilist.co/img/a.jpg')).toBe(true)
  })

  test.each([
    'http://s4.anilist.co/a.jpg',
    'https://anilist.co.evil.example/a.jpg',
    'https://evilanilist.co/a.jpg',
    'https://s4.anilist.co@evil.example/a.jpg',
    'https://user:pass@s4.anilist.co/a.jpg',
    'https://s4.anilist.co:8443/a.jpg',
    'https://192.168.0.1/a.jpg',
    'http://127.0.0.1:631/a.jpg',
    'file:///etc/passwd',
    'data:image/png;base64,AA==',
  ])('%s is not', (url) => {
    expect(may(url)).toBe(false)
  })

  test.each([
    ['https://i.imgur.com/a.png', true],
    ['https://example.org/a.png', true],
    ['http://example.org/a.png', false],
    ['https://example.org:8443/a.png', false],
    ['https://192.168.0.1/a.png', false],
    ['https://[::1]/a.png', false],
    ['https://localhost/a.png', false],
    ['https://printer.local/a.png', false],
    ['https://words.invalid/a.png', false],
  ])('asked for in a foreign text, %s is one: %s', (url, expected) => {
    expect(mayFetch(new URL(url), 'http://127.0.0.1:4010', true)).toBe(expected)
  })

  test('on this machine only the service of that account counts', () => {
    expect(may('http://127.0.0.1:4010/a.png', 'http://127.0.0.1:4010')).toBe(true)
    expect(may('http://127.0.0.1:4011/a.png', 'http://127.0.0.1:4010')).toBe(false)
    expect(may('http://10.0.0.1:4010/a.png', 'http://10.0.0.1:4010')).toBe(false)
  })
})

describe('what counts as a picture', () => {
  test.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/gif', Buffer.from('GIF89a....')],
    ['image/webp', Buffer.from('RIFF....WEBPVP8 ')],
    ['image/avif', Buffer.from('....ftypavif')],
  ])('%s is known by its bytes', (type, bytes) => {
    expect(pictureType(bytes)).toBe(type)
  })

  test.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '', 'RIFF....WAVE', 'GIF'])(
    '%j is none',
    (text) => {
      expect(pictureType(Buffer.from(text))).toBeNull()
    },
  )
})

describe('fetching a picture', () => {
  const picture = (bytes: Buffer = png, type = 'image/png') =>
    new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
  const redirect = (location: string) => new Response(null, { status: 302, headers: { location } })

  function setUp(answers: Response[]) {
    const asked: { url: string; init: RequestInit }[] = []
    const download = createDownload({
      userAgent: 'Tsuzuki/1.0.0',
      request: (url, init) => {
        asked.push({ url, init })
        const answer = answers.shift()
        return answer ? Promise.resolve(answer) : Promise.reject(new Error('no more answers'))
      },
    })
    const { signal } = new AbortController()
    return { asked, get: (url: string) => download({ url, ownOrigin: null, signal }) }
  }

  test('gives its bytes, and sends neither cookies nor a referrer of its own', async () => {
    const { get, asked } = setUp([picture()])

    await expect(get(address)).resolves.toEqual(png)
    expect(asked).toHaveLength(1)
    expect(asked[0]?.init).toMatchObject({
      redirect: 'manual',
      credentials: 'omit',
      headers: { 'user-agent': 'Tsuzuki/1.0.0' },
    })
  })

  test('follows a redirect to a known host', async () => {
    const { get, asked } = setUp([redirect('/elsewhere.png'), picture()])

    await expect(get(address)).resolves.toEqual(png)
    expect(asked[1]?.url).toBe('https://s4.anilist.co/elsewhere.png')
  })

  test.each(['https://evil.example/a.png', 'http://127.0.0.1:631/a.png', 'file:///etc/passwd'])(
    'does not follow a redirect to %s',
    async (location) => {
      const { get, asked } = setUp([redirect(location), picture()])

      await expect(get(address)).rejects.toThrow('pictures do not come from')
      expect(asked).toHaveLength(1)
    },
  )

  test('ends after three redirects', async () => {
    const { get, asked } = setUp(Array.from({ length: 9 }, () => redirect(address)))

    await expect(get(address)).rejects.toThrow('redirected too often')
    expect(asked).toHaveLength(4)
  })

  test.each<[string, () => Response]>([
    ['a page instead of a picture', () => picture(Buffer.from('<html>'), 'text/html')],
    ['a page that is called a picture', () => picture(Buffer.from('<html>'), 'image/png')],
    ['a picture that is called a page', () => picture(png, 'text/html')],
    ['a drawing that can hold scripts', () => picture(Buffer.from('<svg/>'), 'image/svg+xml')],
    ['nothing', () => new Response(null, { status: 404 })],
    ['nothing new', () => new Response(null, { status: 304 })],
    ['more than 8 MiB', () => picture(Buffer.concat([png, Buffer.alloc(8 * 2 ** 20)]))],
  ])('refuses %s', async (_what, answer) => {
    await expect(setUp([answer()]).get(address)).rejects.toThrow()
  })
})

describe('pictures on disk', () => {
  test('are found again, also by the next run', async () => {
    await openCache().write(address, png)
    await expect(openCache().read(address)).resolves.toEqual(png)
    await expect(openCache().read(`${address}?other`)).resolves.toBeNull()
  })

  test('never take more than their room; those looked at longest ago go first', async () => {
    const cache = openCache(1_000)
    for (let n = 0; n < 10; n += 1) {
      now += 10_000
      await cache.write(`https://anilist.co/${n}`, Buffer.alloc(100, n))
      await cache.read(`https://anilist.co/${n}`)
    }
    now += 10_000
    await cache.read('https://anilist.co/0')
    now += 10_000
    await cache.write('https://anilist.co/new', Buffer.alloc(100))

    expect(readdirSync(dir).length).toBeLessThanOrEqual(10)
    await expect(cache.read('https://anilist.co/0')).resolves.not.toBeNull()
    await expect(cache.read('https://anilist.co/1')).resolves.toBeNull()
  })

  test('a disk that refuses them costs nothing but speed', async () => {
    const inTheWay = join(dir, 'file')
    writeFileSync(inTheWay, '')
    const cache = createDiskCache({ dir: inTheWay, maxBytes: 1_000, wall: () => now })

    await expect(cache.write(address, png)).resolves.toBeUndefined()
    await expect(cache.read(address)).resolves.toBeNull()
  })
})
