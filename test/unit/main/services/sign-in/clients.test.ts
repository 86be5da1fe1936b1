import { beforeEach, describe, expect, test } from 'vitest'
import type { SecretStore, Tokens } from '../../../../../src/main/environment'
import { createClients } from '../../../../../src/main/services/sign-in/clients'
import { defaultSettings, type Settings } from '../../../../../src/shared/settings'
import { anilist, anilistV1, anisearch } from '../../providers/oauth/support'

let settings: Settings
let kept: Map<string, Tokens>
let clipboard: string
let opened: string[]
let apiUrl: string
/** Programs that accounts live by. */
let used: Set<string>

beforeEach(() => {
  settings = { ...defaultSettings, signInPort: 50_123 }
  kept = new Map()
  clipboard = ''
  opened = []
  used = new Set()
  apiUrl = 'https://graphql.anilist.co/'
})

const oauths = { anilist, 'anilist-v1': anilistV1, anisearch }
const secrets: Pick<SecretStore, 'read' | 'write' | 'remove'> = {
  read: (key) => kept.get(key) ?? null,
  write: (key, tokens) => void kept.set(key, tokens),
  remove: (key) => void kept.delete(key),
}
const clients = createClients({
  oauths,
  addressOf: (service, site) => oauths[service].addressOf(new URL(apiUrl), site),
  settings: { read: () => settings, write: (patch) => void (settings = { ...settings, ...patch }) },
  secrets,
  language: () => 'de-AT',
  desktop: {
    openExternal: (url) => Promise.resolve(Boolean(opened.push(url))),
    readClipboard: () => Promise.resolve(clipboard),
    clearClipboard: () => void (clipboard = ''),
  },
  isUsed: (service, clientId) => used.has(`${service} ${clientId}`),
})
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: { failure?: { reason?: string } }) => error.failure?.reason,
  )

test('no program is known until the user names one', () => {
  for (const service of ['anilist', 'anilist-v1', 'anisearch'] as const)
    expect(clients.clientOf(service)).toEqual({ id: '', secret: null })
})

describe('the addresses to register', () => {
  const addresses = () =>
    clients.setupOf('anilist').ways.map(({ way, redirectUri }) => [way, redirectUri])

  test('are this machine at the port of the settings, and the page of the service', () => {
    expect(addresses()).toEqual([
      ['browser', 'http://127.0.0.1:50123/sign-in'],
      ['pin', 'https://anilist.co/api/v2/oauth/pin'],
      ['code', 'http://127.0.0.1:50123/sign-in'],
    ])
  })

  test('are the user’s own where there is one, and then nothing listens', () => {
    const change = {
      service: 'anisearch',
      clientId: 'a',
      ownRedirect: 'https://user.example/x',
    } as const
    const [way] = anisearch.ways
    expect(way && clients.listensFor('anisearch', way)).toBe(true)

    expect(clients.change(change).ways[0]?.redirectUri).toBe('https://user.example/x')
    expect(way && clients.listensFor('anisearch', way)).toBe(false)
  })

  test('nothing listens for a way that ends on a page', () => {
    const pin = anilist.ways.find(({ way }) => way === 'pin')

    expect(pin && clients.listensFor('anilist', pin)).toBe(false)
  })
})

describe('a secret', () => {
  test('comes out of the clipboard, which is empty afterwards', async () => {
    clipboard = ' s3cret \n'

    expect((await clients.pasteSecret('anilist')).hasSecret).toBe(true)
    expect(clipboard).toBe('')
    expect(clients.clientOf('anilist').secret).toBe('s3cret')
  })

  test('is never told to the window', async () => {
    clipboard = 's3cret'

    expect(JSON.stringify(await clients.pasteSecret('anilist'))).not.toContain('s3cret')
  })

  test('goes to no other address than the one it was pasted for', async () => {
    clipboard = 's3cret'
    await clients.pasteSecret('anilist')
    apiUrl = 'http://127.0.0.1:4010/anilist/'

    expect(clients.clientOf('anilist').secret).toBeNull()
    expect(clients.setupOf('anilist').hasSecret).toBe(false)
  })

  test('goes with the program it belongs to', async () => {
    const change = { service: 'anilist', ownRedirect: '' } as const
    clipboard = 's3cret'
    await clients.pasteSecret('anilist')
    clients.change({ ...change, clientId: '1' })
    expect(clients.clientOf('anilist').secret).toBe('s3cret')

    clients.change({ ...change, clientId: '2' })

    expect(clients.clientOf('anilist')).toEqual({ id: '2', secret: null })
    expect(kept.size).toBe(0)
  })

  describe('of a program that accounts live by', () => {
    const change = (clientId: string) =>
      clients.change({ service: 'anisearch', ownRedirect: '', clientId })
    const paste = (secret: string) => {
      clipboard = secret
      return clients.pasteSecret('anisearch')
    }
    beforeEach(async () => {
      change('first')
      await paste('s-first')
      used.add('anisearch first')
    })

    test('stays when another program is named, and is not that one’s', () => {
      expect(change('second').hasSecret).toBe(false)

      expect(clients.clientOf('anisearch')).toEqual({ id: 'second', secret: null })
      expect(clients.clientOf('anisearch', 'first')).toEqual({ id: 'first', secret: 's-first' })
    })

    test('stays beside the secret of the other one', async () => {
      change('second')
      await paste('s-second')

      expect(clients.clientOf('anisearch').secret).toBe('s-second')
      expect(clients.clientOf('anisearch', 'first').secret).toBe('s-first')
    })

    test('is back when the program is named again', async () => {
      change('second')
      await paste('s-second')

      expect(change('first').hasSecret).toBe(true)
      expect(clients.clientOf('anisearch')).toEqual({ id: 'first', secret: 's-first' })
      expect(clients.clientOf('anisearch', 'second').secret).toBeNull()
    })

    test('is back when the id was emptied and typed in again', () => {
      change('')
      expect(clients.clientOf('anisearch', 'first').secret).toBe('s-first')

      expect(change('first').hasSecret).toBe(true)
      expect(clients.clientOf('anisearch', 'first').secret).toBe('s-first')
      expect([...kept.keys()]).toEqual(['client:anisearch'])
    })

    test('goes with the last account that lived by it', () => {
      change('second')
      clients.release('anisearch', 'first')
      expect(clients.clientOf('anisearch', 'first').secret).toBe('s-first')
      used.clear()

      clients.release('anisearch', 'first')

      expect(clients.clientOf('anisearch', 'first').secret).toBeNull()
      expect(kept.size).toBe(0)
    })

    test('stays with the last account that lived by it while the program is named', () => {
      used.clear()
      clients.release('anisearch', 'first')

      expect(clients.clientOf('anisearch').secret).toBe('s-first')
    })
  })

  test('can be forgotten', async () => {
    clipboard = 's3cret'
    await clients.pasteSecret('anilist')

    expect(clients.forgetSecret('anilist').hasSecret).toBe(false)
  })

  test.each([
    ['', 'sign-in-nothing-pasted'],
    ['two words', 'sign-in-unreadable'],
    ['x'.repeat(501), 'sign-in-unreadable'],
  ])('%j is none, and the clipboard is empty all the same', async (text, reason) => {
    clipboard = text

    expect(await reasonOf(clients.pasteSecret('anilist'))).toBe(reason)
    expect(clipboard).toBe('')
    expect(kept.size).toBe(0)
  })
})

test('the site in the user’s language comes first', () => {
  expect(clients.setupOf('anisearch').sites.slice(0, 2)).toEqual([
    'www.anisearch.de',
    'www.anisearch.com',
  ])
  expect(clients.setupOf('anisearch').sites).toHaveLength(6)
  expect(clients.setupOf('anilist').sites).toEqual([])
})

test('naming a program leaves those of other services alone', () => {
  clients.change({ service: 'anilist', clientId: '1', ownRedirect: '' })
  clients.change({ service: 'anisearch', clientId: '2', ownRedirect: '' })

  expect(settings.clientIds).toEqual({ anilist: '1', anisearch: '2' })
})

test('the page for registering opens where there is one', async () => {
  await clients.openRegistration('anilist')
  await clients.openRegistration('anilist-v1')

  expect(opened).toEqual(['https://anilist.co/settings/developer'])
  expect(clients.setupOf('anilist-v1').canRegister).toBe(false)
})
