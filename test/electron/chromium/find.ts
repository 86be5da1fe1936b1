import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface ChromiumFound {
  readonly executable: string
  /** Variables it needs on top of our own. */
  readonly environment: Readonly<Record<string, string>>
  /** A whole browser, which can show windows; the packaged one can only run headless. */
  readonly showsWindows: boolean
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The Chromium to use: the one named by STANDIN_CHROMIUM, else, for visible windows, an installed
 * one, else the one that npm brought, unpacked once per version. Undefined if there is none.
 */
export function findChromium(visible: boolean): ChromiumFound | undefined {
  const named = process.env['STANDIN_CHROMIUM']
  if (named) return { executable: named, environment: {}, showsWindows: true }
  return visible ? (findInstalled() ?? findPackaged()) : (findPackaged() ?? findInstalled())
}

function findInstalled(): ChromiumFound | undefined {
  const executable = INSTALLED.find((path) => existsSync(path))
  return executable ? { executable, environment: {}, showsWindows: true } : undefined
}

function findPackaged(): ChromiumFound | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const archives = findArchives()
  if (!archives) return undefined
  const directory = join(cacheDirectory(), `chromium-${archives.version}`)
  if (!existsSync(join(directory, 'chromium'))) unpack(directory)
  // al2023/lib holds NSS, NSPR and expat for machines that lack them; the system's own come first.
  const libraries = ['/usr/lib/x86_64-linux-gnu', join(directory, 'al2023/lib')]
  const before = process.env['LD_LIBRARY_PATH']
  return {
    executable: join(directory, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [...(before ? [before] : []), ...libraries].join(':'),
      FONTCONFIG_FILE: join(directory, 'fonts.conf'),
    },
    showsWindows: false,
  }
}

function findArchives() {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const manifest = join(dirname(dirname(entry)), 'package.json')
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
    return { version }
  } catch {
    return undefined // Not installed: a machine with a browser of its own needs no package.
  }
}

/** In the project if it may be written to, so that a fresh clone leaves nothing behind. */
function cacheDirectory(): string {
  const home = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  const project = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url))
  for (const directory of [join(project, 'tsuzuki'), join(home, 'tsuzuki')]) {
    try {
      mkdirSync(directory, { recursive: true })
      return directory
    } catch {
      // Read-only: try the next.
    }
  }
  throw new Error('No folder to unpack Chromium into')
}

/** Several processes may do this at once: each unpacks aside, the first rename wins. */
function unpack(directory: string) {
  const aside = mkdtempSync(`${directory}-`)
  try {
    const script = fileURLToPath(new URL('unpack.ts', import.meta.url))
    const environment = { ...process.env, TMPDIR: aside }
    const options = { env: environment, encoding: 'utf8' } as const
    const { status, stderr } = spawnSync(process.execPath, [script], options)
    if (status !== 0) throw new Error(`Chromium could not be unpacked: ${stderr}`)
    writeFileSync(join(aside, 'fonts.conf'), fontsConfiguration(directory))
    renameSync(aside, directory)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(join(directory, 'chromium'))) throw error
  }
}

const fontsConfiguration = (directory: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${directory}/fonts</dir>
  <cachedir>${directory}/font-cache</cachedir>
</fontconfig>
`
