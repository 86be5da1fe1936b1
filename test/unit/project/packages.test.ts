import { describe, expect, test } from 'vitest'
import { readRepositoryFile } from '../../support/repository'

interface LockEntry {
  readonly version?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly inBundle?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = Readonly<Record<string, LockEntry>>

const lock = (JSON.parse(readRepositoryFile('package-lock.json')) as { packages: Lock }).packages
const manifest = JSON.parse(readRepositoryFile('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>
const wanted = {
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
}

/** Packages for other systems that the lock leaves out, which makes `npm ci` refuse it. */
function holesIn(packages: Lock): string[] {
  const present = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
  return Object.values(packages)
    .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    .filter((name) => !present.has(name))
}

/** Packages that could be swapped unnoticed: the lock holds no checksum of them. */
function unsealedIn(packages: Lock): string[] {
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.link && !entry.inBundle && !entry.integrity)
    .map(([path]) => path)
}

describe('the lock', () => {
  test('holds every package that an installed one names, for every system', () => {
    expect(holesIn(lock)).toEqual([])
  })

  test('seals every package with a checksum', () => {
    expect(unsealedIn(lock)).toEqual([])
  })

  test('has the versions that package.json asks for', () => {
    const locked = Object.keys(wanted).map((name) => lock[`node_modules/${name}`]?.version)

    expect(locked).toEqual(Object.values(wanted).map((version) => version.replace(/^\^/, '')))
  })

  test('a hole and a missing checksum would be seen', () => {
    const broken: Lock = {
      'node_modules/oxide': { optionalDependencies: { 'oxide-win32': '1.0.0' }, integrity: 'x' },
      'node_modules/bare': { version: '1.0.0' },
    }

    expect(holesIn(broken)).toEqual(['oxide-win32'])
    expect(unsealedIn(broken)).toEqual(['node_modules/bare'])
  })
})

describe('package.json', () => {
  test('pins every version', () => {
    const loose = Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))

    expect(loose).toEqual([])
  })
})
