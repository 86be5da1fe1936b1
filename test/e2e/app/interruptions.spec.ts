import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ServiceId, serviceIds, serviceNames } from '../../../src/shared/service'
import { listedAt } from '../../support/e2e-listed'
import { expectAgreement, untilRead } from './agree'
import { expect, type Opened, test } from './fixture'

/** The first so many titles in sight that have episodes left. */
async function titles({ list, page }: Opened, count: number) {
  await untilRead(page)
  const open = list.rows.filter({
    has: page.getByRole('button', { name: /^One more /, disabled: false }),
  })
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const title = (await open.nth(at).getAttribute('data-title')) as `anime:${number}`
      return { title, before: Number.parseInt(await list.progress(title).innerText(), 10) }
    }),
  )
}

const one = (n: number) => new RegExp(`^${n}\\b`)

async function writesTo({ admin }: Opened, service: ServiceId) {
  const { arrivals } = await admin.log(service)
  return arrivals.filter(({ write }) => write).length
}

for (const service of serviceIds)
  test.describe(serviceNames[service], () => {
    test('kill -9 in the middle of editing loses nothing, and what waited goes on', async ({
      open,
    }) => {
      const opened = await open(service, { settings: { holdSeconds: 60 } })
      const [first, second, third] = await titles(opened, 3)
      const { list } = opened
      await list.more(first!.title).click()
      await list.more(first!.title).click()
      await list.more(second!.title).click()
      await expect(list.progress(second!.title)).toHaveText(one(second!.before + 1))
      await list.menu(third!.title).click()
      await opened.page.getByRole('menuitem', { name: 'Remove from the list' }).click()
      await list.dialog.getByRole('button', { name: 'Remove' }).click()
      await expect(list.row(third!.title)).toBeHidden()

      await opened.kill()
      const again = await opened.again(['--lang=en'])

      await expect(again.list.progress(first!.title)).toHaveText(one(first!.before + 2))
      await expect(again.list.progress(second!.title)).toHaveText(one(second!.before + 1))
      await expect(again.list.row(third!.title)).toBeHidden()
      await expectAgreement(again.page, again.admin, service)
      const there = listedAt(service, await again.admin.entries(service))
      expect(there.get(first!.title)?.progress).toBe(first!.before + 2)
      expect(there.has(third!.title)).toBe(false)
      // The services began to count anew: what waited has left after the crash.
      expect(await writesTo(again, service)).toBeGreaterThan(0)
    })

    test('off the net edits wait, with words; on it again they arrive, once each', async ({
      open,
    }) => {
      const opened = await open(service)
      const { page, list, admin } = opened
      const [first, second] = await titles(opened, 2)

      await list.sandboxSwitch.click()
      await expect(list.sandboxSwitch).toHaveAccessibleName('Sandbox is off')
      await list.more(first!.title).click()
      await list.more(second!.title).click()
      await expect(list.promise).toHaveText(/2 waiting .*no connection\. Your changes are safe/)
      await expect(list.mark(first!.title, 'Waiting to be sent')).toBeVisible()
      expect(await writesTo(opened, service)).toBe(0)

      await list.sandboxSwitch.click()
      await expect(list.mark(first!.title, 'Saved')).toBeVisible()
      await expect(list.mark(second!.title, 'Saved')).toBeVisible()
      await expectAgreement(page, admin, service)
      const there = listedAt(service, await admin.entries(service))
      expect(there.get(first!.title)?.progress).toBe(first!.before + 1)
      expect(there.get(second!.title)?.progress).toBe(second!.before + 1)
      const requests = service === 'anilist' ? [1, 2] : [2]
      expect(requests).toContain(await writesTo(opened, service))
    })

    test('a 429 in the middle is waited for, with words, and nothing is lost or sent twice', async ({
      open,
    }) => {
      const opened = await open(service)
      const { page, list, admin } = opened
      const [first, second] = await titles(opened, 2)
      await admin.fault({ service, kind: '429', retryAfter: 2, match: { write: true } })

      await list.more(first!.title).click()
      await expect(list.promise).toHaveText(/limit: going on in \d+ s/)
      await list.more(second!.title).click()
      await expect(list.progress(second!.title)).toHaveText(one(second!.before + 1))

      await expect(list.mark(first!.title, 'Saved')).toBeVisible()
      await expectAgreement(page, admin, service)
      const there = listedAt(service, await admin.entries(service))
      expect(there.get(first!.title)?.progress).toBe(first!.before + 1)
      expect(there.get(second!.title)?.progress).toBe(second!.before + 1)
    })
  })

test('the list is there and can be edited although no service can be reached at all', async ({
  open,
}) => {
  const opened = await open('anilist')
  const [first] = await titles(opened, 1)
  const services = join(opened.profile, 'sandbox')
  await opened.kill()
  renameSync(services, `${services}-elsewhere`)
  writeFileSync(services, 'A file where the services want their folder.')

  const without = await opened.again()
  await expect(without.list.rows.first()).toBeVisible()
  await without.list.more(first!.title).click()
  await expect(without.list.progress(first!.title)).toHaveText(one(first!.before + 1))
  await expect(without.list.promise).toHaveText(/1 waiting .*no connection\. Your changes are safe/)
  await without.kill()
  rmSync(services)
  renameSync(`${services}-elsewhere`, services)

  const again = await without.again()
  await expect(again.list.mark(first!.title, 'Saved')).toBeVisible()
  await expectAgreement(again.page, again.admin, 'anilist')
})
