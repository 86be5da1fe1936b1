import { join } from 'node:path'
import { expect, test } from './launch'

const entry = join(import.meta.dirname, 'fixture-app')

test('a window opens with its page, title and size', async ({ launch }) => {
  const { app, page } = await launch({ entry })

  expect(await page.title()).toBe('Fixture')
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480])
  expect(await app.evaluate(({ app: it }) => [it.name, it.getVersion()])).toEqual([
    'Fixture',
    '1.2.3',
  ])
})
