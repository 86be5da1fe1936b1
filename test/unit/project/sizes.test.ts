import { describe, expect, test } from 'vitest'
import { lineCount, readRepositoryFile, repositoryFiles } from '../../support/repository'

const code = /\.(ts|mts|vue|mjs|js)$/
const sized = repositoryFiles()
  .filter((path) => code.test(path))
  .map((path) => ({ path, lines: lineCount(readRepositoryFile(path)) }))
const sources = sized.filter(({ path }) => path.startsWith('src/'))

describe('files stay small', () => {
  test('there are files to look at', () => {
    expect(sources.length).toBeGreaterThan(20)
  })

  test('none is over 300 lines', () => {
    expect(sized.filter(({ lines }) => lines > 300)).toEqual([])
  })

  test('half of the sources are under 80 lines', () => {
    const small = sources.filter(({ lines }) => lines < 80)

    expect(small.length / sources.length).toBeGreaterThanOrEqual(0.5)
  })

  test('no name says Manager, Helper, Util or Impl', () => {
    const vague = /(^|[-/])(manager|helper|util|impl)s?([-.]|$)/i

    expect(sources.filter(({ path }) => vague.test(path))).toEqual([])
  })

  test('modules are kebab-case, components PascalCase', () => {
    const wellNamed = /\/([a-z0-9.-]+\.(ts|mts|mjs|js)|[A-Z][A-Za-z0-9]*\.vue)$/

    expect(sources.filter(({ path }) => !wellNamed.test(path))).toEqual([])
  })
})
