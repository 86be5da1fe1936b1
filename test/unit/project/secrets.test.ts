import { describe, expect, test } from 'vitest'
import { readRepositoryFile, repositoryFiles } from '../../support/repository'

/** What no committed file may hold. The patterns are written so that they do not match themselves. */
const forbidden = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a token of three parts': /\beyJ[\w-]{15,}\.[\w-]{15,}\.[\w-]{15,}/,
  'a token of a code host or registry': /\b(gh[pousr]_\w{30,}|npm_\w{30,}|glpat-[\w-]{20,})/,
  'a path of one machine': /(?<![\w.~<{-])\/(home|Users|root|work)\/[a-z][\w.-]*\/\w/,
  'the host of a package registry':
    /registry\.[a-z]+\.(org|com)|"resolv[e]d":|npm[_]config_registry/i,
} as const

const binary = /\.(png|gz|ico|icns|woff2|pb|tachibk|zip)$/
const texts = repositoryFiles()
  .filter((path) => !binary.test(path))
  .map((path) => ({ path, text: readRepositoryFile(path) }))

/** `path: line` of every file that matches. */
function found(pattern: RegExp, files: readonly { path: string; text: string }[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  )
}

describe('nothing that is committed holds', () => {
  test.each(Object.entries(forbidden))('%s', (_name, pattern) => {
    expect(found(pattern, texts)).toEqual([])
  })

  test('there are files to look at', () => {
    expect(texts.length).toBeGreaterThan(20)
  })
})

describe('the patterns see', () => {
  const three = ['eyJhbGciOiJIUzI1NiIsIn', 'eyJzdWIiOiIxMjM0NTY3', 'abcdefghijklmnopqrst'].join('.')

  test.each([
    ['a private key', ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ')],
    ['a token of three parts', `token=${three}`],
    ['a token of a code host or registry', `ghp_${'a1'.repeat(18)}`],
    ['a path of one machine', ['', 'home', 'somebody', 'project'].join('/')],
    ['the host of a package registry', ['https://registry', 'npmjs', 'org/'].join('.')],
  ] as const)('%s', (name, text) => {
    expect(found(forbidden[name], [{ path: 'planted', text }])).toEqual(['planted:1'])
  })

  test('addresses of the web and of pages are not paths of a machine', () => {
    const harmless = 'https://example.org/home/user/x and <code>~/home/x/y</code>'

    expect(found(forbidden['a path of one machine'], [{ path: 'p', text: harmless }])).toEqual([])
  })
})
