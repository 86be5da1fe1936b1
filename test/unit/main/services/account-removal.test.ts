import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Post } from '../../../../src/shared/community/post'
import { startSignedIn } from '../../../support/signed-in'

test('posts and drafts that still wait are saved with an account that is removed', async () => {
  const { app, account, sandbox, profile } = await startSignedIn('anilist')
  await sandbox.control.setOnline(false, 'anilist')
  const { handlers } = app
  const post: Post = { type: 'status', text: 'Not sent yet.' }
  await handlers['posts:send'](account.id, post)
  await handlers['posts:keep-draft'](account.id, 'status:new', { text: 'Not finished yet.' })

  const { savedTo } = await handlers['accounts:remove'](account.id)

  const saved = JSON.parse(readFileSync(savedTo ?? '', 'utf8')) as object
  expect(saved).toMatchObject({
    unsent: [],
    posts: [{ payload: post }],
    drafts: [{ key: 'status:new', draft: { text: 'Not finished yet.' } }],
  })
  await app.stop()
  profile.remove()
})

test('no file is made where nothing waits', async () => {
  const { app, account, profile } = await startSignedIn('anilist')

  expect(await app.handlers['accounts:remove'](account.id)).toEqual({ savedTo: null })

  await app.stop()
  expect(existsSync(profile.dir)).toBe(true)
  profile.remove()
})
