import { expect, test, vi } from 'vitest'
import { call, on } from '../../../src/renderer/src/api'
import { AppError } from '../../../src/shared/failure'
import { installFakeBridge } from './support/fake-bridge'

test('gives what main answers', async () => {
  installFakeBridge({ 'sandbox:state': () => ({ running: true, online: false }) })

  expect(await call('sandbox:state')).toEqual({ running: true, online: false })
})

test('throws the failure that main tells', async () => {
  installFakeBridge({
    'sandbox:state': () => {
      throw new AppError({ code: 'storage', detail: 'disk full' })
    },
  })

  await expect(call('sandbox:state')).rejects.toMatchObject({
    failure: { code: 'storage', detail: 'disk full' },
  })
})

test('stops listening when told so', () => {
  const main = installFakeBridge()
  const heard = vi.fn()

  const stop = on('app:navigate', heard)
  main.push('app:navigate', '/queue')
  stop()
  main.push('app:navigate', '/about')

  expect(heard.mock.calls).toEqual([['/queue']])
})
