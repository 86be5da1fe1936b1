import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type * as Electron from 'electron'
import { loud } from '../loud.ts'

/**
 * What keeps the key: `protected` is a key ring, `basic_text` a Linux without one (where the app
 * must ask for plain text before anything works), `none` a machine that cannot keep secrets.
 */
export type KeyStore = 'protected' | 'basic_text' | 'none'

const NONCE = 12
const TAG = 16

/** From STANDIN_KEY_STORE; `protected` if it is not set. */
export function keyStoreFrom(value = 'protected'): KeyStore {
  if (value === 'protected' || value === 'basic_text' || value === 'none') return value
  throw new Error(`stand-in: STANDIN_KEY_STORE is ${value}, not protected, basic_text or none`)
}

/** safeStorage: real encryption under keys that are no secret, a different one for each store. */
export function createSafeStorage(store: KeyStore, isReady: () => boolean) {
  let plainText = false
  const prefix = store === 'protected' ? 'v11' : 'v10'
  const key = createHash('sha256').update(`stand-in ${store}`).digest()

  const isAvailable = () =>
    isReady() && (store === 'protected' || (store === 'basic_text' && plainText))

  function encrypt(text: string): Buffer {
    if (!isAvailable())
      throw new Error(
        'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
      )
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.from(prefix), nonce, cipher.getAuthTag(), body])
  }

  function decrypt(bytes: Buffer): string {
    const fault = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.'
    if (!isAvailable()) throw new Error(`${fault} Decryption is not available.`)
    const start = prefix.length
    if (!/^v1[01]$/.test(bytes.subarray(0, start).toString('latin1')))
      throw new Error(`${fault} Ciphertext does not appear to be encrypted.`)
    try {
      const nonce = bytes.subarray(start, start + NONCE)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      decipher.setAuthTag(bytes.subarray(start + NONCE, start + NONCE + TAG))
      const body = bytes.subarray(start + NONCE + TAG)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    } catch {
      throw new Error(fault) // Damaged, or written under another key.
    }
  }

  const backends = {
    protected: 'gnome_libsecret',
    basic_text: 'basic_text',
    none: 'unknown',
  } as const

  return loud<Electron.SafeStorage>('safeStorage', {
    isEncryptionAvailable: isAvailable,
    isAsyncEncryptionAvailable: () => Promise.resolve(isAvailable()),
    getSelectedStorageBackend: () => backends[store],
    setUsePlainTextEncryption: (value) => void (plainText = value),
    encryptString: encrypt,
    decryptString: decrypt,
    encryptStringAsync: (text) => Promise.try(encrypt, text),
    decryptStringAsync: (bytes) =>
      Promise.try(() => ({ result: decrypt(bytes), shouldReEncrypt: false })),
  })
}
