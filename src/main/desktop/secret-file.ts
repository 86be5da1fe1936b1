import { accessSync, constants, renameSync, statSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import Store, { type Schema } from 'electron-store'
import type { Notice } from '../../shared/ipc/app'
import { freeName, setAsideUnreadable } from '../plain/settings-file'

/** A ciphertext of safeStorage in base64, or the tokens as they are. */
export type SecretRecord = { readonly sealed: string } | { readonly plain: string }

interface Held {
  readonly records: Readonly<Record<string, SecretRecord>>
  readonly unprotectedAllowed: boolean
}

const schema: Schema<Held> = {
  records: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { sealed: { type: 'string' }, plain: { type: 'string' } },
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
    },
  },
  unprotectedAllowed: { type: 'boolean' },
}

/**
 * The file of sign-ins: readable by its owner only, and never cleared by itself. A damaged one is
 * set aside; where even that fails nothing can be kept and every write throws.
 */
export function openSecretFile(path: string, onNotice: (notice: Notice) => void) {
  const open = () =>
    new Store<Held>({
      name: basename(path, extname(path)),
      cwd: dirname(path),
      schema,
      defaults: { records: {}, unprotectedAllowed: false },
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
      configFileMode: 0o600,
    })

  function openOrSetAside() {
    const wasNoRecord = setAsideUnreadable(path).length > 0
    const opened = attempt(open)
    if (wasNoRecord || !opened) onNotice({ id: 'tokens-unreadable', params: {} })
    if (opened || !isReadable(path)) return opened
    attempt(() => renameSync(path, freeName(path)))
    return attempt(open)
  }

  const store = openOrSetAside()
  const records = () => store?.get('records') ?? {}

  function setRecords(next: Held['records']) {
    if (!store) throw new Error('the file of sign-ins cannot be opened')
    store.set('records', next)
  }

  return {
    get(key: string): SecretRecord | null {
      return Object.hasOwn(records(), key) ? (records()[key] ?? null) : null
    },
    set: (key: string, record: SecretRecord) => setRecords({ ...records(), [key]: record }),
    keys: () => Object.keys(records()),
    remove(key: string) {
      if (!Object.hasOwn(records(), key)) return
      setRecords(Object.fromEntries(Object.entries(records()).filter(([other]) => other !== key)))
    },
    isUnprotectedAllowed: () => store?.get('unprotectedAllowed') ?? false,
    allowUnprotected(allowed: boolean) {
      if (!store) throw new Error('the file of sign-ins cannot be opened')
      store.set('unprotectedAllowed', allowed)
    },
  }
}

/** A file that we may not even read is not ours to move. */
function isReadable(path: string) {
  try {
    accessSync(path, constants.R_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
