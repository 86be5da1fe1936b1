import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  lineCount,
  readRepositoryFile,
  repositoryFiles,
  repositoryRoot,
} from '../../support/repository'

const pages = repositoryFiles().filter((path) => path.endsWith('.md'))

/** Links of a page to files of the repository, without what follows a `#`. */
function localLinks(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
}

describe('documents', () => {
  test('every link leads to a file', () => {
    const broken = pages.flatMap((page) =>
      localLinks(readRepositoryFile(page))
        .filter((target) => !existsSync(join(repositoryRoot, dirname(page), target)))
        .map((target) => `${page} → ${target}`),
    )

    expect(broken).toEqual([])
  })

  test('comments that name a document name one that is there', () => {
    const sources = repositoryFiles().filter((path) =>
      /^(src|scripts|bench)\/.*\.(ts|vue|mjs)$/.test(path),
    )
    const named = sources.flatMap((path) => [
      ...readRepositoryFile(path).matchAll(/docs\/[\w/-]+\.md/g),
    ])

    const missing = new Set(named.map(([page]) => page).filter((page) => !pages.includes(page)))
    expect([...missing]).toEqual([])
  })

  test('contributing stays under a hundred lines', () => {
    expect(lineCount(readRepositoryFile('CONTRIBUTING.md'))).toBeLessThan(100)
  })

  test('every npm script is a file that is there', () => {
    const manifest = JSON.parse(readRepositoryFile('package.json')) as {
      scripts: Record<string, string>
    }
    const files = Object.values(manifest.scripts).flatMap((script) => [
      ...script.matchAll(/(?<=\s)(?:\.\/)?((?:scripts|src)\/[\w./-]+)/g),
    ])

    const missing = files
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(repositoryRoot, path)))
    expect(missing).toEqual([])
  })
})
