import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentPolicy } from '../../../../../src/main/desktop/page/content-policy'
import { isSameDocument, pageUrl } from '../../../../../src/main/desktop/page/own-origin'
import { createPageServer, fileOf } from '../../../../../src/main/desktop/page/serve-page'

let outer: string
let root: string

beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), 'tsuzuki-page-'))
  root = join(outer, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(outer, 'renderer-secret'))
  writeFileSync(join(outer, 'secret.json'), '{}')
  writeFileSync(join(outer, 'renderer-secret/a.js'), '')
  writeFileSync(join(root, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__" />')
  writeFileSync(join(root, 'assets/main.js'), 'export {}')
  writeFileSync(join(root, 'assets/main.js.map'), '{}')
})
afterAll(() => rmSync(outer, { recursive: true, force: true }))

const ask = (url: string, method = 'GET') => createPageServer(root)({ url, method })

describe('the page', () => {
  test('comes with its policy, and the nonce of the policy stands in it', async () => {
    const answer = await ask('app://tsuzuki/index.html')

    const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1]
    expect(nonce).toMatch(/^[\w+/]{22}==$/)
    expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  test('has another nonce at each load', async () => {
    const [first, second] = await Promise.all([ask('app://tsuzuki/'), ask('app://tsuzuki/')])
    expect(await first.text()).not.toBe(await second.text())
  })

  test('its scripts come as scripts', async () => {
    const answer = await ask('app://tsuzuki/assets/main.js')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('what is not the page', () => {
  test.each([
    'app://tsuzuki/../secret.json',
    'app://tsuzuki/%2e%2e/secret.json',
    'app://tsuzuki/%2e%2e%2fsecret.json',
    'app://tsuzuki/..%2fsecret.json',
    'app://tsuzuki/..%5csecret.json',
    'app://tsuzuki/assets/..%2f..%2fsecret.json',
    'app://tsuzuki/..%2frenderer-secret/a.js',
    'app://tsuzuki//etc/hosts.json',
    'app://tsuzuki/%00.js',
    'app://tsuzuki/C:%5cboot.js',
    'app://tsuzuki/%',
    'app://tsuzuki/assets',
    'app://tsuzuki/assets/',
    'app://tsuzuki/missing.js',
    'app://tsuzuki/assets/main.js.map',
    'app://other/index.html',
    'app://tsuzuki.evil.example/index.html',
    'nonsense',
  ])('%s is not found', async (url) => {
    const answer = await ask(url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  })

  test('no address leads out of the folder', () => {
    for (const way of ['..', '%2e%2e', '%2E.', '..%2f..', '....//', '.%2e/']) {
      const path = fileOf(root, `app://tsuzuki/${way}/${way}/secret.json`)
      expect(path === null || path.startsWith(root + sep), way).toBe(true)
    }
  })

  test.each(['POST', 'PUT', 'DELETE', 'HEAD'])('nothing takes a %s', async (method) => {
    expect((await ask('app://tsuzuki/index.html', method)).status).toBe(404)
  })
})

describe('the policy', () => {
  const directives = Object.fromEntries(
    contentPolicy('abc')
      .split('; ')
      .map((line) => [line.split(' ')[0], line.split(' ').slice(1)]),
  ) as Record<string, string[]>

  test('allows nothing by default, and nothing unsafe at all', () => {
    expect(directives['default-src']).toEqual(["'none'"])
    expect(contentPolicy('abc')).not.toMatch(/unsafe|https?:|\*/)
  })

  test('scripts come from the app alone', () => {
    expect(directives['script-src']).toEqual(["'self'"])
  })

  test('style tags need the nonce of this load', () => {
    expect(directives['style-src']).toEqual(["'self'", "'nonce-abc'"])
  })

  test('pictures come from main, never from the net', () => {
    expect(directives['img-src']).toEqual(["'self'", 'cover:', 'data:'])
    expect(directives['connect-src']).toEqual(["'self'"])
  })

  test.each(['base-uri', 'form-action', 'frame-ancestors'])('%s is closed', (name) => {
    expect(directives[name]).toEqual(["'none'"])
  })
})

describe('addresses of the page', () => {
  test('a route stands behind the number sign', () => {
    expect(pageUrl('/queue')).toBe('app://tsuzuki/index.html#/queue')
    expect(pageUrl('')).toBe('app://tsuzuki/index.html')
  })

  test('are one document whatever the route', () => {
    expect(isSameDocument(pageUrl('/a'), pageUrl('/b'))).toBe(true)
    expect(isSameDocument('http://localhost:5173', 'http://localhost:5173/#/a')).toBe(true)
  })

  test.each(['app://tsuzuki/assets/main.js', 'app://other/index.html', 'https://tsuzuki/', 'x'])(
    '%s is another document',
    (url) => {
      expect(isSameDocument(url, pageUrl(''))).toBe(false)
    },
  )
})
