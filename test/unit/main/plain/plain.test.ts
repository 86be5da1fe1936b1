import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createNoDesktop } from '../../../../src/main/plain/no-desktop'
import { readProduct } from '../../../../src/main/plain/product'
import { createSessionSecrets } from '../../../../src/main/plain/session-secrets'

const tokens = {
  accessToken: 'TSUZUKI-CANARY-access',
  refreshToken: 'TSUZUKI-CANARY-refresh',
  expiresAt: null,
  scopes: [],
  origin: 'https://anilist.co',
}

test('tokens of a headless run last as long as the run, and the log is told of them', () => {
  const hidden: string[] = []
  const secrets = createSessionSecrets({ hide: (secret) => void hidden.push(secret) })

  secrets.write('account-1', tokens)

  expect(secrets.read('account-1')).toEqual(tokens)
  expect(secrets.sessionOnly('account-1')).toBe(true)
  expect(secrets.protection()).toBe('none')
  expect(hidden).toEqual(['TSUZUKI-CANARY-access', 'TSUZUKI-CANARY-refresh'])
  secrets.remove('account-1')
  expect(secrets.read('account-1')).toBeNull()
})

test('name and version stand in package.json, and a missing homepage is none', () => {
  const product = readProduct(resolve(import.meta.dirname, '../../../..'))
  expect(product).toMatchObject({
    name: 'Tsuzuki',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
  expect(product.homepage === null || product.homepage.startsWith('https://')).toBe(true)
})

test('without a desktop nothing is opened, asked, pasted or saved', async () => {
  const desktop = createNoDesktop()

  await expect(desktop.openExternal('https://anilist.co')).rejects.toMatchObject({
    failure: { code: 'invalid-input' },
  })
  await expect(desktop.confirmOpen('anilist.co')).resolves.toBe(false)
  await expect(desktop.chooseSavePath('queue.json')).resolves.toBeNull()
  await expect(desktop.readClipboard()).resolves.toBe('')
})
