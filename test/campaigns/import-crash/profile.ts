import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TransportError } from '../../../src/main/http/transport'
import { createSystemClock } from '../../../src/main/system-clock'
import type { Tokens } from '../../../src/main/environment'
import { defaultSettings } from '../../../src/shared/settings'
import { startApp } from '../../support/start-app'

/** What a story begins with: a profile with a list, a file to import and the account to import into. */
export interface Story {
  readonly dir: string
  readonly accountId: number
}

const listFile = 'import.json.gz'
const secretsFile = 'secrets.json'

export function saveStory(dir: string, file: Uint8Array, secrets: ReadonlyMap<string, Tokens>) {
  writeFileSync(join(dir, listFile), file)
  writeFileSync(join(dir, secretsFile), JSON.stringify([...secrets]))
}

export function copyStory({ dir, accountId }: Story, to: string): Story {
  mkdirSync(to, { recursive: true })
  cpSync(dir, to, { recursive: true })
  return { dir: to, accountId }
}

export const fileOf = ({ dir }: Pick<Story, 'dir'>) => readFileSync(join(dir, listFile))

/** The app on a profile, in real time, with a service that cannot be reached: what is sent is another campaign. */
export function openStory({ dir }: Pick<Story, 'dir'>) {
  const kept = { settings: { ...defaultSettings, syncMinutes: 0, holdSeconds: 60 } }
  const secrets = new Map(
    JSON.parse(readFileSync(join(dir, secretsFile), 'utf8')) as [string, Tokens][],
  )
  return startApp(
    { dir, kept, secrets, remove() {} },
    {
      clock: createSystemClock(),
      transport: () => Promise.reject(new TransportError('not-sent', 'nobody is there')),
      env: { TSUZUKI_ANILIST_URL: 'http://127.0.0.1:1/anilist/' },
    },
  )
}
