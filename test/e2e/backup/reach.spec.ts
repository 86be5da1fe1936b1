import { expect, test } from '../app/fixture'
import { dropFile } from './drop'

const list = Buffer.from(
  '<myanimelist><myinfo><user_export_type>1</user_export_type></myinfo><anime>' +
    '<series_animedb_id>457</series_animedb_id><series_title>Mushishi</series_title>' +
    '<my_watched_episodes>3</my_watched_episodes><my_status>Watching</my_status></anime></myanimelist>',
)

test('a list that is dropped on the first page is looked at beside the built-in services', async ({
  open,
}) => {
  const opened = await open(null)
  const { page } = opened
  await expect(page.getByRole('button', { name: 'Start' }).first()).toBeVisible()

  await dropFile(page, 'animelist.xml', list)

  const preview = page.locator('[data-part="preview"]')
  await expect(preview).toContainText('animelist.xml')
  await expect(preview).toContainText('MyAnimeList')
  await opened.close()
})

test('the palette makes a backup, and reads a file that one chooses', async ({ open }) => {
  const opened = await open('anilist')
  const { page } = opened
  await expect(opened.list.rows.first()).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Back up now')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your lists are backed up')).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Import a list')
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name: 'mine.xml', mimeType: 'text/xml', buffer: list })
  await expect(page.locator('[data-part="preview"]')).toContainText('mine.xml')
  await opened.close()
})
