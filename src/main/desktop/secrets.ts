import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { z } from 'zod'
import { AppError } from '../../shared/failure'
import type { Notice } from '../../shared/ipc/app'
import type { Log, Protection, SecretStore, Tokens } from '../environment'
import { hideTokens } from '../plain/session-secrets'
import { openSecretFile } from './secret-file'

interface Options {
  /** The folder of the profile. */
  readonly dir: string
  readonly safeStorage: SafeStorage
  readonly platform: string
  readonly log: Log
  readonly onNotice: (notice: Notice) => void
}

const tokensShape = z.object({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  expiresAt: z.number().nullable(),
  scopes: z.array(z.string()),
  origin: z.string(),
  issuedTo: z.object({ clientId: z.string(), site: z.string().nullable() }).exactOptional(),
}) satisfies z.ZodType<Tokens>

/**
 * Tokens behind the system's key store. Without one they last as long as the app runs, or stand
 * unprotected on disk after an explicit yes. What cannot be opened stays where it is.
 */
export function openSecrets({ dir, safeStorage, platform, log, onNotice }: Options): SecretStore {
  const file = openSecretFile(join(dir, 'sign-ins.json'), onNotice)
  const session = new Map<string, Tokens>()

  const protection = () => protectionOf(safeStorage, platform)

  function opened(key: string): Tokens | null {
    const record = file.get(key)
    if (!record) return null
    try {
      const text =
        'plain' in record
          ? record.plain
          : safeStorage.decryptString(Buffer.from(record.sealed, 'base64'))
      return tokensShape.parse(JSON.parse(text))
    } catch {
      // The reason could quote what was opened.
      log.warn('a sign-in cannot be opened', { protection: protection() })
      return null
    }
  }

  /** `null`: it may not stand on disk. */
  function sealed(tokens: Tokens) {
    const text = JSON.stringify(tokens)
    if (protection() !== 'protected') return file.isUnprotectedAllowed() ? { plain: text } : null
    return { sealed: safeStorage.encryptString(text).toString('base64') }
  }

  return {
    protection,

    read(key) {
      const tokens = session.get(key) ?? opened(key)
      if (tokens) hideTokens(log, tokens)
      return tokens
    },

    write(key, tokens) {
      hideTokens(log, tokens)
      const record = sealed(tokens)
      attempt(() => (record ? file.set(key, record) : file.remove(key)))
      if (record) session.delete(key)
      else session.set(key, tokens)
    },

    remove(key) {
      session.delete(key)
      attempt(() => file.remove(key))
    },

    sessionOnly: (key) => session.has(key),

    allowUnprotected(allowed) {
      attempt(() => file.allowUnprotected(allowed))
      if (allowed) keepSession()
      else forgetPlain()
    },

    unprotectedAllowed: () => file.isUnprotectedAllowed(),
  }

  function keepSession() {
    for (const [key, tokens] of session) {
      const record = sealed(tokens)
      if (record) attempt(() => file.set(key, record))
      if (record) session.delete(key)
    }
  }

  /** What stood unprotected on disk goes on until the app ends, and no longer. */
  function forgetPlain() {
    for (const key of file.keys()) {
      const record = file.get(key)
      const tokens = record && 'plain' in record ? opened(key) : null
      if (!tokens) continue
      session.set(key, tokens)
      attempt(() => file.remove(key))
    }
  }
}

/** How the system guards what safeStorage seals. `basic_text` is a key that stands in every Electron. */
export function protectionOf(safeStorage: SafeStorage, platform: string): Protection {
  if (platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') {
    return 'basic-text'
  }
  return safeStorage.isEncryptionAvailable() ? 'protected' : 'none'
}

function attempt(write: () => void) {
  try {
    write()
  } catch (cause) {
    throw new AppError({ code: 'storage', detail: 'cannot write sign-ins.json' }, { cause })
  }
}
