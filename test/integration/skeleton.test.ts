import { afterEach, describe, expect, test } from 'vitest'
import type { ListRow } from '../../src/shared/entry'
import { serviceIds, type ServiceId } from '../../src/shared/service'
import { startSignInApp, type SignInApp } from '../support/sign-in-app'
import { rowsOf } from '../support/signed-in'
import { entryThere } from '../support/there'

const opened: SignInApp[] = []
afterEach(async () => {
  for (const here of opened.splice(0)) await here.stop()
})

/** The app in plain Node, signed in over real HTTP, its list read. */
async function start(service: ServiceId) {
  const here = await startSignInApp({ entries: 60 })
  opened.push(here)
  const read = here.heard('sync:changed', ({ phase }) => phase === 'idle')
  await here.register(service)
  const account = await here.accountOf(await here.signIn(service, 'browser'))
  await read
  const rows = () => rowsOf(here.app, account.id)
  const list = await rows()
  const row =
    list.find(({ entry }) => entry.status === 'current' && entry.progress > 1) ??
    expect.unreachable()
  const ref = { accountId: account.id, title: row.title }
  const there = () => entryThere(here, service, row.title)
  const sent = () =>
    here.heard('queue:changed', ({ waiting, sending }) => waiting === 0 && sending === 0)
  const shown = async () => (await here.app.handlers['library:row'](ref)) ?? expect.unreachable()
  return { ...here, here, account, rows, row, ref, there, sent, shown }
}

/** What the screen shows is what the service has. */
function agrees({ entry }: ListRow, there: object | undefined) {
  const { progress, score, notes } = entry
  expect(there).toMatchObject({ progress, score: score ?? 0 })
  expect((there as { notes: string | null }).notes ?? '').toBe(notes)
}

describe.each(serviceIds)('%s over real HTTP, without Electron', (service) => {
  test('counts, scores, notes and undoes, and the service has what is shown', async () => {
    const { here, ref, row, there, sent, shown, sandbox } = await start(service)
    const { handlers } = here.app

    const over = sent()
    await handlers['library:step'](ref, 1)
    await handlers['library:edit'](ref, { score: 70 })
    const noted = await handlers['library:edit'](ref, { notes: 'Only for a while.' })
    await handlers['history:undo'](noted.changeId)
    await over

    const now = await shown()
    expect(now.entry).toMatchObject({
      progress: row.entry.progress + 1,
      score: 70,
      notes: row.entry.notes,
    })
    expect(now.state).toBe('saved')
    agrees(now, there())
    expect(sandbox.inspect.violations(service)).toMatchObject({ overLimit: 0, insideRetryAfter: 0 })
  })

  test('edits wait while the service is away, over a new start too, and arrive once', async () => {
    const { here, ref, row, there, sent, shown, sandbox } = await start(service)
    await sandbox.control.setOnline(false, service)
    await here.app.handlers['library:step'](ref, 1)
    await here.restart()
    expect((await shown()).entry.progress).toBe(row.entry.progress + 1)
    expect(await here.app.handlers['queue:status']()).toMatchObject({ waiting: 1 })

    const over = sent()
    await sandbox.control.setOnline(true, service)
    here.app.online()
    await over

    agrees(await shown(), there())
    expect(there()).toMatchObject({ progress: row.entry.progress + 1 })
  })

  test('a 429 in the middle is waited for, and nothing is lost or sent inside of it', async () => {
    const { here, ref, row, there, sent, shown, sandbox } = await start(service)
    sandbox.control.faults.add({ service, kind: '429', retryAfter: 30, match: { write: true } })

    const over = sent()
    await here.app.handlers['library:step'](ref, 1)
    await over

    agrees(await shown(), there())
    expect(there()).toMatchObject({ progress: row.entry.progress + 1 })
    expect(sandbox.inspect.violations(service)).toMatchObject({ overLimit: 0, insideRetryAfter: 0 })
  })
})
