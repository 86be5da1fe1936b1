import { describe, expect, test } from 'vitest'
import { createSafeStorage, keyStoreFrom } from '../../electron/desktop/safe-storage.ts'

const ready = () => true

describe('a key ring', () => {
  const storage = createSafeStorage('protected', ready)

  test('keeps a secret, differently each time', () => {
    const first = storage.encryptString('token ü')
    const second = storage.encryptString('token ü')

    expect(first.equals(second)).toBe(false)
    expect(first.includes('token')).toBe(false)
    expect(storage.decryptString(first)).toBe('token ü')
  })

  test('refuses what was changed, what is no secret, and what another store kept', () => {
    const damaged = storage.encryptString('token')
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1
    const plain = createSafeStorage('basic_text', ready)
    plain.setUsePlainTextEncryption(true)

    expect(() => storage.decryptString(damaged)).toThrow('Error while decrypting')
    expect(() => storage.decryptString(Buffer.from('token'))).toThrow('not appear to be encrypted')
    expect(() => storage.decryptString(plain.encryptString('token'))).toThrow(
      'Error while decrypting',
    )
  })

  test('is closed until the app is ready', () => {
    const early = createSafeStorage('protected', () => false)

    expect(early.isEncryptionAvailable()).toBe(false)
    expect(() => early.encryptString('token')).toThrow('Encryption is not available')
  })

  test('does the same for those who wait', async () => {
    const kept = await storage.encryptStringAsync('token')

    expect(await storage.decryptStringAsync(kept)).toEqual({
      result: 'token',
      shouldReEncrypt: false,
    })
  })
})

test('without a key ring nothing works until plain text is asked for', () => {
  const storage = createSafeStorage('basic_text', ready)

  expect(storage.isEncryptionAvailable()).toBe(false)
  storage.setUsePlainTextEncryption(true)
  expect(storage.isEncryptionAvailable()).toBe(true)
  expect(storage.getSelectedStorageBackend()).toBe('basic_text')
})

test('a machine that cannot keep secrets cannot be asked to', () => {
  const storage = createSafeStorage('none', ready)

  storage.setUsePlainTextEncryption(true)

  expect(storage.isEncryptionAvailable()).toBe(false)
  expect(() => storage.encryptString('token')).toThrow('Encryption is not available')
})

test('a store nobody knows is refused by name', () => {
  expect(keyStoreFrom(undefined)).toBe('protected')
  expect(() => keyStoreFrom('wallet')).toThrow('STANDIN_KEY_STORE is wallet')
})
