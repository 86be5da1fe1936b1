import { serviceIds, serviceNames } from '../../../src/shared/service'
import { expectAgreement, expectAllCounted, untilRead } from './agree'
import { expect, type Opened, test } from './fixture'

/** Asks for the whole list again, as somebody would who does not trust what is shown. */
async function readAgain({ page, list }: Opened) {
  await list.link('Accounts').click()
  await page.getByRole('button', { name: 'Read the whole list anew' }).click()
}

for (const service of serviceIds)
  for (const [name, fault] of [
    ['a web page instead of data', { kind: 'html' }],
    ['half an answer', { kind: 'half' }],
  ] as const)
    test(`${serviceNames[service]}: ${name} gives words, and the list stays`, async ({ open }) => {
      const opened = await open(service)
      const { page, list, admin } = opened
      await untilRead(page)
      await expectAllCounted(page, admin, service)
      const title = await list.titleAt(0)
      await admin.fault({ service, times: 0, ...fault })

      await readAgain(opened)

      await expect(list.promise).toHaveText(/reading the list failed/)
      await list.link(/^Watching \d/).click()
      await expect(list.row(title)).toBeVisible()
      await expectAllCounted(page, admin, service)
      await admin.mend()
      await readAgain(opened)
      await expect(list.promise).not.toHaveText(/failed/)
      await expectAgreement(page, admin, service)
    })

test('a write that is answered with rubbish is read back before it is sent again', async ({
  open,
}) => {
  const opened = await open('anilist')
  const { page, list, admin } = opened
  await untilRead(page)
  const title = await list.titleAt(0)
  await admin.fault({ service: 'anilist', kind: 'half', match: { write: true } })

  await list.more(title).click()

  await expect(list.mark(title, 'Waiting to be sent')).toBeVisible()
  await list.promise.click()
  await page.getByRole('button', { name: 'Send all now' }).click()
  await expectAgreement(page, admin, 'anilist')
  const { arrivals } = await admin.log('anilist')
  expect(arrivals.filter(({ write }) => write)).toHaveLength(1)
})

test('values that nobody has heard of do not cost the rest of the list', async ({ open }) => {
  const opened = await open('anilist')
  const { page, list, admin } = opened
  await untilRead(page)
  await expectAllCounted(page, admin, 'anilist')
  await admin.fault({ service: 'anilist', kind: 'replace', find: '"TV"', with: '"HOLOGRAM"' })
  await admin.fault({ service: 'anilist', kind: 'replace', find: '"FALL"', with: 'null' })

  await readAgain(opened)

  await expect(page.getByText('Last read just now')).toBeVisible()
  await untilRead(page)
  await expect(list.promise).not.toHaveText(/failed/)
  await expectAllCounted(page, admin, 'anilist')
})
