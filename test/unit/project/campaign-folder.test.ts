import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { campaignFolder } from '../../support/campaign-folder'
import { tempFolder } from '../../support/temp-folder'

/** The number of a process that has ended. */
const dead = () => spawnSync(process.execPath, ['-e', '']).pid

test('each run of a campaign has a folder of its own, which goes with all that is in it', () => {
  const shelf = join(tempFolder(), 'shelf')
  const [one, other] = [campaignFolder('crash', shelf), campaignFolder('crash', shelf)]
  expect(one.dir).not.toBe(other.dir)
  writeFileSync(join(one.dir, 'library.db'), 'lists')
  one.remove()

  expect(existsSync(one.dir)).toBe(false)
  expect(existsSync(other.dir)).toBe(true)
})

test('what a run left that was killed itself is cleared away by the next, what is in use is not', () => {
  const shelf = tempFolder()
  const inUse = campaignFolder('faults', shelf)
  mkdirSync(join(shelf, `crash.${dead()}.abcdef`, 'profile'), { recursive: true })
  const next = campaignFolder('crash', shelf)

  expect(
    readdirSync(shelf)
      .map((name) => join(shelf, name))
      .toSorted(),
  ).toEqual([inUse.dir, next.dir].toSorted())
})
