import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../../../../src/main/log/log'
import { AppError } from '../../../../src/shared/failure'

let dir: string
const clock = { wall: () => Date.UTC(2026, 10, 23, 6) }

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tsuzuki-log-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const open = (more: { maxBytes?: number; files?: number } = {}) =>
  createLog({ dir, clock, homeDir: '/home/minori', ...more })

const files = () => readdirSync(dir).sort()
const everything = () =>
  files()
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .join('')
const lines = () =>
  readFileSync(join(dir, 'tsuzuki.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

describe('what is written', () => {
  test('is one JSON object a line', () => {
    const log = open()

    log.info('started', { version: '0.1.0' })
    log.warn('call failed', { code: 'rate-limited', waitMs: 60_000 })

    expect(lines()).toEqual([
      { at: '2026-11-23T06:00:00.000Z', level: 'info', event: 'started', version: '0.1.0' },
      {
        at: '2026-11-23T06:00:00.000Z',
        level: 'warn',
        event: 'call failed',
        code: 'rate-limited',
        waitMs: 60_000,
      },
    ])
  })

  test('an error keeps its message, its failure and the cause of it', () => {
    const cause = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    open().error('send', {
      error: new AppError({ code: 'outcome-unknown', detail: 'lost' }, { cause }),
    })

    expect(lines()[0]).toMatchObject({
      error: {
        name: 'AppError',
        message: 'lost',
        failure: { code: 'outcome-unknown' },
        stack: expect.stringContaining('AppError: lost'),
        cause: { message: 'socket hang up', code: 'ECONNRESET' },
      },
    })
  })

  test('odd values do not break a line', () => {
    const round: Record<string, unknown> = { big: 1n, call: () => 1, none: undefined }
    round.self = round

    open().info('odd', {
      round,
      long: 'word '.repeat(2_000),
      many: Array.from({ length: 500 }, () => 1),
    })

    expect(lines()).toHaveLength(1)
    expect(everything().length).toBeLessThan(6_000)
  })
})

describe('what is never written', () => {
  const canary = (n: string) => `TSUZUKI-CANARY-${n}-9f3b`

  test.each<[string, (secret: string) => Record<string, unknown>]>([
    ['a field called accessToken', (secret) => ({ accessToken: secret })],
    ['a field deep inside', (secret) => ({ a: [{ b: { refresh_token: secret } }] })],
    ['a header', (secret) => ({ headers: { authorization: `Bearer ${secret}` } })],
    ['a header as text', (secret) => ({ text: `Authorization: Bearer ${secret}\r\nAccept: */*` })],
    ['an address', (secret) => ({ url: `http://127.0.0.1:47823/?code=${secret}&state=1` })],
    ['a fragment', (secret) => ({ url: `http://127.0.0.1/#access_token=${secret}&expires_in=1` })],
    ['a form', (secret) => ({ body: `grant_type=refresh_token&refresh_token=${secret}` })],
    ['JSON inside a text', (secret) => ({ body: JSON.stringify({ access_token: secret }) })],
    ['a sign-in code', (secret) => ({ code: secret })],
    [
      'the message of an error',
      (secret) => ({ error: new Error(`client_secret=${secret} refused`) }),
    ],
    [
      'the cause of an error',
      (secret) => ({ error: new Error('x', { cause: new Error(`token: "${secret}"`) }) }),
    ],
    [
      'what an error carries',
      (secret) => ({ error: Object.assign(new Error('x'), { config: { auth: secret } }) }),
    ],
    [
      'the detail of a failure',
      (secret) => ({ error: new AppError({ code: 'refused', detail: `password=${secret}` }) }),
    ],
    ['a JSON web token', () => ({ text: `eyJhbGciOi.${'eyJ0ZXN0'}.TSUZUKI-CANARY` })],
    ['a long opaque word', (secret) => ({ text: `got ${secret}${'x1'.repeat(20)}!` })],
  ])('a secret in %s', (_where, fields) => {
    open().error('planted', fields(canary('a')))

    expect(lines()).toHaveLength(1)
    expect(everything()).not.toContain('TSUZUKI-CANARY')
  })

  test('a secret that the log was told of, wherever it turns up', () => {
    const log = open()
    log.hide('TSUZUKI CANARY/1')

    log.info('TSUZUKI CANARY/1', { a: 'say TSUZUKI CANARY/1 aloud', 'TSUZUKI CANARY/1': 1 })
    log.info('encoded', { url: `https://x.example/?q=${encodeURIComponent('TSUZUKI CANARY/1')}` })
    log.info('basic', { text: Buffer.from('TSUZUKI CANARY/1').toString('base64') })
    log.error('thrown', { error: new Error('TSUZUKI CANARY/1') })

    expect(everything()).not.toMatch(/CANARY|VFNVWlVLSSBDQU5BUlkvMQ/)
  })

  test('a secret that begins with another one leaves nothing behind', () => {
    const log = open()
    log.hide('abcdef')
    log.hide('abcdef-CANARY')
    expect(log.clean('x abcdef-CANARY y')).toBe('x [secret] y')
  })

  test('any secret that the log was told of, in any sentence', () => {
    const word = fc.string({ minLength: 6, maxLength: 60, unit: 'binary-ascii' })
    fc.assert(
      fc.property(word, fc.string(), fc.string(), (secret, before, after) => {
        const log = open()
        log.hide(secret)
        expect(
          log.clean(before + secret + after).includes(secret) && !'[secret]'.includes(secret),
        ).toBe(false)
      }),
    )
  })

  test('the name of a user and the folder that holds it', () => {
    open().info('opened', { userName: 'minori', file: '/home/minori/.config/tsuzuki/library.db' })
    expect(everything()).not.toContain('minori')
    expect(everything()).toContain('~/.config/tsuzuki/library.db')
  })

  test('a short word is no secret: it would blacken every line', () => {
    const log = open()
    log.hide('a')
    expect(log.clean('a day at the sea')).toBe('a day at the sea')
  })
})

describe('the files', () => {
  test('are never more than three, and none is larger than allowed', () => {
    const log = open({ maxBytes: 1_000 })

    for (let n = 0; n < 100; n += 1) log.info('line', { n, text: 'word '.repeat(10) })

    expect(files()).toEqual(['tsuzuki.1.log', 'tsuzuki.2.log', 'tsuzuki.log'])
    for (const name of files()) expect(statSync(join(dir, name)).size).toBeLessThanOrEqual(1_000)
    expect(lines().at(-1)).toMatchObject({ n: 99 })
  })

  test('go on after a restart where they ended', () => {
    open({ maxBytes: 300 }).info('first', { text: 'word '.repeat(30) })
    open({ maxBytes: 300 }).info('second', { text: 'word '.repeat(30) })

    expect(readFileSync(join(dir, 'tsuzuki.1.log'), 'utf8')).toContain('first')
    expect(readFileSync(join(dir, 'tsuzuki.log'), 'utf8')).toContain('second')
  })

  test('that cannot be written disturb nobody, and the loss is told later', () => {
    const inTheWay = join(dir, 'blocked')
    writeFileSync(inTheWay, '')
    const log = createLog({ dir: inTheWay, clock, homeDir: null })

    expect(() => log.error('lost', {})).not.toThrow()
    rmSync(inTheWay)
    log.info('found')

    expect(readFileSync(join(inTheWay, 'tsuzuki.log'), 'utf8')).toContain('"lost":1')
  })
})
