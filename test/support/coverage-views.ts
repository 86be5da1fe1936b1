import { readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { PostType } from '../../src/shared/community/post'
import type { CallName } from '../../src/shared/ipc'
import { readRepositoryFile, repositoryRoot } from './repository'

const renderer = 'src/renderer/src'

/** The sources of the window, by their place in its folder. */
function readSources(): ReadonlyMap<string, string> {
  const folder = join(repositoryRoot, renderer)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(ts|vue)$/.test(file))
  return new Map(files.map((file) => [file, readRepositoryFile(`${renderer}/${file}`)]))
}

/** Of each file, the files that import it. */
function importersOf(sources: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>()
  for (const [file, text] of sources)
    for (const [, path = ''] of text.matchAll(/\b(?:from |import\()'(\.[^']+)'/g)) {
      const to = relative('/', join('/', dirname(file), path)).replaceAll('\\', '/')
      const found = [to, `${to}.ts`].find((name) => sources.has(name))
      if (found) importers.set(found, [...(importers.get(found) ?? []), file])
    }
  return importers
}

/** What the router leads to. */
const isView = (file: string) => /^views\/\w+View\.vue$/.test(file)

/** Reads from the sources of the window in which views a call ends up. */
export function createViews(sources = readSources()) {
  const importers = importersOf(sources)

  /** The names of the nearest views above the files that a text stands in. */
  function above(stands: (text: string) => boolean): readonly string[] {
    const open = [...sources].filter(([, text]) => stands(text)).map(([file]) => file)
    const seen = new Set(open)
    const views = new Set<string>()
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (isView(file)) {
        views.add(file.slice('views/'.length, -'.vue'.length))
        continue
      }
      for (const importer of importers.get(file) ?? [])
        if (!seen.has(importer)) {
          seen.add(importer)
          open.push(importer)
        }
    }
    return [...views].sort()
  }

  return {
    ofCall: (name: CallName) => above((text) => asks(text, name)),
    ofPost: (type: PostType) =>
      above((text) => new RegExp(`(?:send\\(|post = )\\{\\s*type: '${type}'`).test(text)),
  }
}

/** A name may be put together: `social:${whose}`, where `whose` is told in the same file. */
function asks(text: string, name: CallName): boolean {
  if (text.includes(`call('${name}'`)) return true
  const [topic = '', rest = ''] = name.split(':')
  return text.includes(`call(\`${topic}:\${`) && text.includes(`'${rest}'`)
}
