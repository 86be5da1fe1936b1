import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAutomatic } from '../../../../../src/main/services/backup/automatic'
import { createVirtualClock } from '../../../../support/virtual-clock'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tsuzuki-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function setUp({ pick = null as string | null, hasLists = true } = {}) {
  const clock = createVirtualClock()
  const errors: unknown[] = []
  let chosen: string | null = null
  let made = 0
  const automatic = createAutomatic({
    usualFolder: join(folder, 'usual'),
    chosenFolder: { read: () => chosen, write: (next) => void (chosen = next) },
    chooseFolder: () => Promise.resolve(pick),
    clock,
    write: () => Promise.resolve(new Uint8Array([(made += 1)])),
    convert: (path) => Promise.resolve(new TextEncoder().encode(path)),
    hasLists: () => hasLists,
    onChanged: () => undefined,
    onError: (error) => void errors.push(error),
  })
  return { automatic, clock, errors }
}

const dayMs = 24 * 3600_000

test('a backup is made once a day while the program runs, and the newest is the first', async () => {
  const { automatic, clock } = setUp()
  automatic.start()

  await clock.advance(3 * dayMs)

  const { files } = automatic.state()
  expect(files).toHaveLength(3)
  expect(files.every(({ reason }) => reason === 'auto')).toBe(true)
  expect(files[0]!.madeAt).toBeGreaterThan(files[1]!.madeAt)
  automatic.stop()
  await clock.advance(3 * dayMs)
  expect(automatic.state().files).toHaveLength(3)
})

test('nothing is made while there is no list', async () => {
  const { automatic, clock } = setUp({ hasLists: false })
  automatic.start()

  await clock.advance(3 * dayMs)

  expect(automatic.state().files).toEqual([])
})

test('seven days and eight weeks are kept', async () => {
  const { automatic, clock } = setUp()
  automatic.start()

  await clock.advance(100 * dayMs)

  expect(automatic.state().files.length).toBeGreaterThan(12)
  expect(automatic.state().files.length).toBeLessThanOrEqual(15)
})

test('a folder that the user chose gets a backup at once, and those to come', async () => {
  const pick = join(folder, 'chosen')
  mkdirSync(pick)
  const { automatic, clock } = setUp({ pick })
  await automatic.make('auto')

  const state = await automatic.setFolder('choose')

  expect(state).toMatchObject({ folder: pick, chosen: true })
  expect(readdirSync(pick)).toHaveLength(1)
  expect(state.files.map(({ reason }) => reason)).toContain('auto')
  await clock.advance(2000)
  await automatic.make('before-sign-out')
  expect(readdirSync(pick)).toHaveLength(2)
  const usual = await automatic.setFolder('usual')
  expect(usual).toMatchObject({ folder: join(folder, 'usual'), chosen: false })
})

test('where the user thinks better of it, everything stays', async () => {
  const { automatic } = setUp()

  expect(await automatic.setFolder('choose')).toMatchObject({ chosen: false, files: [] })
})

test('a folder that cannot be written to is not taken', async () => {
  const pick = join(folder, 'file')
  writeFileSync(pick, 'not a folder')
  const { automatic } = setUp({ pick })

  await expect(automatic.setFolder('choose')).rejects.toThrow()

  expect(automatic.state().chosen).toBe(false)
})

test('when the chosen folder is gone, the backup is made in the usual one and it is said', async () => {
  const pick = join(folder, 'stick')
  mkdirSync(pick)
  const { automatic, errors, clock } = setUp({ pick })
  await automatic.setFolder('choose')
  rmSync(pick, { recursive: true })
  writeFileSync(pick, 'in the way')
  await clock.advance(2000)

  const path = await automatic.pathOfNew('before-import')

  expect(path.startsWith(join(folder, 'usual'))).toBe(true)
  expect(existsSync(path)).toBe(true)
  expect(errors).toHaveLength(1)
  expect(automatic.state().files).toHaveLength(1)
})

test('the copy of a database from before an update is among them, and is brought forward when read', async () => {
  const { automatic } = setUp()
  mkdirSync(join(folder, 'usual'))
  const name = 'before-version-510.db'
  writeFileSync(join(folder, 'usual', name), 'database')

  expect(automatic.state().files).toMatchObject([{ name, reason: 'before-update' }])
  expect(new TextDecoder().decode(await automatic.read(name))).toBe(join(folder, 'usual', name))
  await expect(automatic.read('../../secret')).rejects.toMatchObject({ failure: { code: 'gone' } })
})
