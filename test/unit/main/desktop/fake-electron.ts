import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { SafeStorage } from 'electron'

/** What electron-store asks of Electron. */
export const forStores = (userData: string) => ({
  app: { getPath: () => userData, getVersion: () => '0.1.0' },
  ipcMain: new EventEmitter(),
  shell: {},
})

export type FakeKeyStore = 'protected' | 'basic_text' | 'none'

/** A key store with a key of its own: what another one sealed, this one cannot open. */
export function createFakeSafeStorage(kind: FakeKeyStore): SafeStorage {
  const key = randomBytes(32)
  const storage: Partial<SafeStorage> = {
    isEncryptionAvailable: () => kind === 'protected',
    getSelectedStorageBackend: () =>
      kind === 'protected' ? 'gnome_libsecret' : kind === 'none' ? 'unknown' : 'basic_text',
    encryptString(text) {
      if (kind !== 'protected') throw new Error('Encryption is not available')
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    decryptString(bytes) {
      if (kind !== 'protected') throw new Error('Decryption is not available')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString()
    },
  }
  return storage as SafeStorage // All of it that our code asks for.
}
