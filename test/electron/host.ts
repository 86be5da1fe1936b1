import { readFileSync, statSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import type { Chromium } from './chromium/launch.ts'

/** What every part of the stand-in knows of the running app. */
export interface Host {
  /** The app's folder. */
  readonly directory: string
  readonly manifest: Manifest
  readonly main: string
  readonly mainIsModule: boolean
  /** The command line, without the executable and Node's own options. */
  readonly arguments: readonly string[]
  /** Modules to require before the app, as `-r` names them. */
  readonly requires: readonly string[]
  /** Undefined until `ready`. */
  chromium: Chromium | undefined
  ready: boolean
  quitting: boolean
}

interface Manifest {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
  readonly main?: string
  readonly type?: string
}

/** Node's own exit, taken before the boot makes `process.exit` go through `app.exit`. */
export const leave = process.exit.bind(process)

/** Chromium, once it runs; asking earlier is a fault of the app. */
export function chromiumOf(host: Host): Chromium {
  if (!host.chromium) throw new Error('stand-in: asked for a page before the app was ready')
  return host.chromium
}

/** Reads Electron's command line: `[-r MODULE]... [--SWITCH]... APP [ARGUMENT]...`. */
export function createHost(argv: readonly string[]): Host {
  const requires: string[] = []
  const rest: string[] = []
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    if (argument === '-r' || argument === '--require') requires.push(argv[++at] ?? '')
    else rest.push(argument)
  }
  const target = resolve(rest.find((argument) => !argument.startsWith('-')) ?? '.')
  const isDirectory = statSync(target).isDirectory()
  const directory = isDirectory ? target : dirname(target)
  const manifest = readManifest(directory)
  const main = isDirectory ? join(directory, manifest.main ?? 'index.js') : target
  const extension = extname(main)
  const mainIsModule = extension === '.mjs' || (manifest.type === 'module' && extension !== '.cjs')
  const state = { chromium: undefined, ready: false, quitting: false }
  return { directory, manifest, main, mainIsModule, arguments: rest, requires, ...state }
}

function readManifest(directory: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest
  } catch {
    return {} // A bare script is an app, too.
  }
}
