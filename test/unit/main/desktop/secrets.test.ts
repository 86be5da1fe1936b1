import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSecrets, protectionOf } from '../../../../src/main/desktop/secrets'
import type { Tokens } from '../../../../src/main/environment'
import { createSilentLog } from '../../../../src/main/log/silent'
import type { Notice } from '../../../../src/shared/ipc/app'
import { createFakeSafeStorage } from './fake-electron'

vi.mock('electron', async () => {
  const { forStores } = await import('./fake-electron')
  return { default: forStores('/nowhere') }
})

const tokens: Tokens = {
  accessToken: 'TSUZUKI-CANARY-access',
  refreshToken: 'TSUZUKI-CANARY-refresh',
  expiresAt: 1_800_000_000_000,
  scopes: ['list'],
  origin: 'https://anilist.co',
  issuedTo: { clientId: '7', site: null },
}

let dir: string
let hidden: string[]
let notices: Notice[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tsuzuki-secrets-'))
  hidden = []
  notices = []
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function open(safeStorage: SafeStorage, platform = 'linux') {
  const log = { ...createSilentLog(), hide: (secret: string) => void hidden.push(secret) }
  const onNotice = (notice: Notice) => void notices.push(notice)
  return openSecrets({ dir, safeStorage, platform, log, onNotice })
}

const onDisk = () =>
  readdirSync(dir)
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .join('')

describe('with a key store', () => {
  test('tokens come back in the next run, and only ciphertext is on disk', () => {
    const keys = createFakeSafeStorage('protected')

    open(keys).write('account-1', tokens)

    expect(open(keys).read('account-1')).toEqual(tokens)
    expect(open(keys).sessionOnly('account-1')).toBe(false)
    expect(onDisk()).not.toContain('CANARY')
  })

  test('the file is readable by its owner only', () => {
    open(createFakeSafeStorage('protected')).write('account-1', tokens)
    expect(statSync(join(dir, 'sign-ins.json')).mode & 0o777).toBe(0o600)
  })

  test('a token that was removed is gone, and the others stay', () => {
    const keys = createFakeSafeStorage('protected')
    const secrets = open(keys)
    secrets.write('account-1', tokens)
    secrets.write('account-2', { ...tokens, refreshToken: null })

    secrets.remove('account-1')

    expect(open(keys).read('account-1')).toBeNull()
    expect(open(keys).read('account-2')).toMatchObject({ refreshToken: null })
  })

  test('the log is told of each token that passes, written or read', () => {
    const keys = createFakeSafeStorage('protected')
    open(keys).write('account-1', tokens)
    hidden = []
    open(keys).read('account-1')
    expect(hidden).toEqual([tokens.accessToken, tokens.refreshToken])
  })

  test.each(['__proto__', 'constructor', 'a.b.c', 'toString'])('the key %s is a key', (key) => {
    const keys = createFakeSafeStorage('protected')
    const secrets = open(keys)
    expect(secrets.read(key)).toBeNull()
    if (key === '__proto__') return
    secrets.write(key, tokens)
    expect(open(keys).read(key)).toEqual(tokens)
  })

  test('what another key store sealed cannot be opened, and stays on disk', () => {
    open(createFakeSafeStorage('protected')).write('account-1', tokens)
    const before = onDisk()

    expect(open(createFakeSafeStorage('protected')).read('account-1')).toBeNull()

    expect(onDisk()).toBe(before)
  })
})

describe.each(['basic_text', 'none'] as const)('without a key store (%s)', (kind) => {
  test('tokens last as long as the app runs, and nothing is on disk', () => {
    const keys = createFakeSafeStorage(kind)
    const secrets = open(keys)

    secrets.write('account-1', tokens)

    expect(secrets.read('account-1')).toEqual(tokens)
    expect(secrets.sessionOnly('account-1')).toBe(true)
    expect(open(keys).read('account-1')).toBeNull()
    expect(onDisk()).not.toContain('CANARY')
  })

  test('after an explicit yes they stand on disk and come back', () => {
    const keys = createFakeSafeStorage(kind)
    const secrets = open(keys)
    secrets.write('account-1', tokens)

    expect(secrets.unprotectedAllowed()).toBe(false)
    secrets.allowUnprotected(true)
    expect(secrets.unprotectedAllowed()).toBe(true)
    secrets.write('account-2', tokens)

    expect(secrets.sessionOnly('account-1')).toBe(false)
    expect(open(keys).read('account-1')).toEqual(tokens)
    expect(open(keys).read('account-2')).toEqual(tokens)
  })

  test('when the yes is taken back they leave the disk and last until the app ends', () => {
    const keys = createFakeSafeStorage(kind)
    const secrets = open(keys)
    secrets.allowUnprotected(true)
    secrets.write('account-1', tokens)

    secrets.allowUnprotected(false)

    expect(secrets.read('account-1')).toEqual(tokens)
    expect(secrets.sessionOnly('account-1')).toBe(true)
    expect(onDisk()).not.toContain('CANARY')
    expect(open(keys).read('account-1')).toBeNull()
  })

  test('a sealed token of better days is not lost by looking', () => {
    open(createFakeSafeStorage('protected')).write('account-1', tokens)
    const before = onDisk()

    expect(open(createFakeSafeStorage(kind)).read('account-1')).toBeNull()

    expect(onDisk()).toBe(before)
  })
})

describe('a damaged file', () => {
  test.each(['{"records":', '[1]', '{"records":{"a":{"sealed":5}}}', '\u0000'])(
    'that reads %j is set aside whole, and that is said',
    (text) => {
      writeFileSync(join(dir, 'sign-ins.json'), text)

      const secrets = open(createFakeSafeStorage('protected'))
      secrets.write('account-1', tokens)

      expect(secrets.read('account-1')).toEqual(tokens)
      expect(notices).toEqual([{ id: 'tokens-unreadable', params: {} }])
      expect(readFileSync(join(dir, 'sign-ins.damaged-1.json'), 'utf8')).toBe(text)
    },
  )

  test('a record that opens to nonsense is no token and is kept', () => {
    const keys = createFakeSafeStorage('protected')
    const sealed = keys.encryptString('{"accessToken":5}').toString('base64')
    const text = JSON.stringify({ records: { a: { sealed } }, unprotectedAllowed: false })
    writeFileSync(join(dir, 'sign-ins.json'), text)

    expect(open(keys).read('a')).toBeNull()
    expect(onDisk()).toContain(sealed)
  })
})

test('a place that cannot be written fails with storage instead of losing the token silently', () => {
  mkdirSync(join(dir, 'sign-ins.json'))
  const secrets = open(createFakeSafeStorage('protected'))

  expect(() => secrets.write('account-1', tokens)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'storage' }) }),
  )
  expect(notices).toHaveLength(1)
  chmodSync(dir, 0o700)
})

describe('how well secrets are guarded', () => {
  test.each<[string, Parameters<typeof createFakeSafeStorage>[0], string]>([
    ['linux', 'protected', 'protected'],
    ['linux', 'basic_text', 'basic-text'],
    ['linux', 'none', 'none'],
    ['darwin', 'protected', 'protected'],
    ['win32', 'none', 'none'],
  ])('on %s with %s', (platform, kind, expected) => {
    expect(protectionOf(createFakeSafeStorage(kind), platform)).toBe(expected)
  })

  test('only Linux is asked for its backend: elsewhere there is no such question', () => {
    const keys = createFakeSafeStorage('protected')
    keys.getSelectedStorageBackend = () => {
      throw new Error('not on this system')
    }
    expect(protectionOf(keys, 'darwin')).toBe('protected')
  })
})
