import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { repositoryRoot } from '../../support/repository'

const folders: string[] = []

/** A plain script without types of its own. */
let configuration: { forbidden: object[]; options: Record<string, unknown> }

beforeAll(async () => {
  const address = pathToFileURL(join(repositoryRoot, '.dependency-cruiser.mjs')).href
  configuration = ((await import(address)) as { default: typeof configuration }).default
})

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** The names of the rules that a little project breaks. */
async function brokenBy(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsuzuki-floors-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return (await violationsIn(folder)).map(({ rule }) => rule.name)
}

async function violationsIn(folder: string) {
  const { forbidden, options } = configuration
  const { tsConfig: _unused, ...rest } = options
  const settings = {
    ...rest,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
  } as ICruiseOptions
  const { output } = await cruise(['src'], settings)
  return (output as ICruiseResult).summary.violations
}

describe('dependency-cruiser', () => {
  test('reports a circle, also one of types', async () => {
    const broken = await brokenBy({
      'src/shared/a.ts': `import type { B } from './b'\nexport interface A { b: B }\n`,
      'src/shared/b.ts': `import type { A } from './a'\nexport interface B { a: A }\n`,
    })

    expect(new Set(broken)).toEqual(new Set(['no-circle']))
  })

  test('reports an arrow that points up', async () => {
    const broken = await brokenBy({
      'src/main/queue/queue.ts': `import { library } from '../services/library'\nlibrary()\n`,
      'src/main/services/library.ts': `export const library = () => {}\n`,
    })

    expect(broken).toEqual(['floor-main-queue'])
  })

  test('reports a source that leans on a test', async () => {
    const broken = await brokenBy({
      'src/main/app.ts': `import { fake } from '../../test/fake'\nfake()\n`,
      'test/fake.ts': `export const fake = () => {}\n`,
    })

    expect(broken).toContain('no-test-in-source')
  })

  test('reports an import that leads nowhere', async () => {
    expect(await brokenBy({ 'src/shared/a.ts': `import './b'\n` })).toEqual(['nothing-unresolved'])
  })

  test('says nothing of arrows that point down', async () => {
    const broken = await brokenBy({
      'src/main/services/library.ts': `import { queue } from '../queue/queue'\nqueue()\n`,
      'src/main/queue/queue.ts': `import { word } from '../../shared/word'\nexport const queue = () => word\n`,
      'src/shared/word.ts': `export const word = 1\n`,
    })

    expect(broken).toEqual([])
  })

  test('finds no circle in the project', async () => {
    const circles = (await violationsIn(repositoryRoot))
      .filter(({ rule }) => rule.name === 'no-circle')
      .map(({ from, to }) => `${from} → ${to}`)

    expect(circles).toEqual([])
    // The whole project is read, which takes its time on a busy machine.
  }, 60_000)
})
