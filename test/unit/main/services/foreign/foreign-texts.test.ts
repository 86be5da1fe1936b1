import { describe, expect, test } from 'vitest'
import { readForeignAddress } from '../../../../../src/shared/community/foreign-address'
import { createForeignTexts } from '../../../../../src/main/services/foreign/foreign-texts'

function setUp() {
  const opened: string[] = []
  const foreign = createForeignTexts({
    openExternal: (url) => {
      opened.push(url)
      return Promise.resolve(true)
    },
  })
  const prepare = (text: string) => foreign.handlers['foreign:prepare']({ text }) as string
  return { foreign, opened, prepare }
}

const addressesIn = (text: string) =>
  text.match(/https?:\/\/[^\s)"]+/g)?.map(readForeignAddress) ?? []

describe('a prepared text', () => {
  test('names the host and hides the address', () => {
    const { prepare } = setUp()
    const [address] = addressesIn(prepare('Look: https://example.org/a?secret=1'))

    expect(address).toMatchObject({
      number: 0,
      host: 'example.org',
      shown: 'example.org/a?secret=1',
    })
  })

  test('opens by number, always over https', async () => {
    const { foreign, opened, prepare } = setUp()
    const [first, second] = addressesIn(
      prepare('http://a.example/1 https://b.example/?x=1&amp;y=2'),
    )
    for (const address of [first, second]) {
      await foreign.handlers['foreign:open'](address!.content, address!.number)
    }

    expect(opened).toEqual(['https://a.example/1', 'https://b.example/?x=1&y=2'])
  })

  test('cannot be asked for what was never in it', () => {
    const { foreign, opened } = setUp()

    expect(() => foreign.handlers['foreign:open']('0123456789abcdef', 0)).toThrow(
      expect.objectContaining({ failure: { code: 'gone', reason: 'link-forgotten' } }),
    )
    expect(opened).toEqual([])
  })

  test('stays as it is when it is prepared again', () => {
    const { prepare } = setUp()
    const once = prepare('A https://a.example/x and youtube(dQw4w9WgXcQ)')

    expect(prepare(once)).toBe(once)
  })

  test('takes an address that only looks prepared for any other', () => {
    const { foreign, prepare } = setUp()
    const forged = 'https://words.invalid/0123456789abcdef/0/anilist.co'
    const [address] = addressesIn(prepare(forged))

    expect(address?.host).toBe('words.invalid')
    expect(foreign.addressOf(address!.content, address!.number)).toBe(forged)
  })

  test('is given back as it was written, for editing', () => {
    const { foreign, prepare } = setUp()
    const source = 'A [x](http://a.example/x_(y)) img220(https://b.example/p.png)'

    expect(foreign.handlers['foreign:source']({ text: prepare(source) })).toBe(source)
  })

  test('is made of every foreign part of an answer, however deep', () => {
    const { foreign } = setUp()
    const link = 'https://a.example/x'
    const answer = foreign.handOut({
      name: link,
      about: link,
      items: [{ text: link, user: { name: link } }, { media: { description: null } }],
    })

    expect(answer.name).toBe(link)
    expect(answer.about).not.toContain('a.example/x')
    expect(answer.items[0]?.text).not.toContain(link)
    expect(answer.items[0]?.user?.name).toBe(link)
    expect(answer.items[1]).toEqual({ media: { description: null } })
  })

  test('is forgotten when thousands came after it', () => {
    const { foreign, prepare } = setUp()
    const [old] = addressesIn(prepare('https://a.example/old'))
    for (let n = 0; n < 4_000; n += 1) prepare(`https://a.example/${n}`)

    expect(foreign.addressOf(old!.content, old!.number)).toBeNull()
  })
})
