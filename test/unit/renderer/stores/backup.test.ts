import { beforeEach, expect, test } from 'vitest'
import { useBackupStore } from '../../../../src/renderer/src/stores/backup'
import { useNoticesStore } from '../../../../src/renderer/src/stores/notices'
import { AppError } from '../../../../src/shared/failure'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores } from '../support/mounting'

beforeEach(freshStores)

const made = { name: 'tsuzuki-by-hand.json.gz', reason: 'by-hand', madeAt: 0, bytes: 9 } as const
const idle = {
  'backup:jobs': () => [],
  'backup:preview': () => null,
  'backup:auto-list': () => ({ folder: '/backups', chosen: false, files: [made] }),
}

test('a backup made by hand is said, wherever one is, and shown among the others', async () => {
  installFakeBridge({ ...idle, 'backup:auto-now': () => made })
  const backup = useBackupStore()

  await backup.backUp()

  expect(useNoticesStore().current).toEqual({ kind: 'backed-up', name: made.name })
  expect(backup.auto?.files).toEqual([made])
})

test('a backup that could not be made is said to have failed', async () => {
  installFakeBridge({
    ...idle,
    'backup:auto-now': () => {
      throw new AppError({ code: 'storage', reason: 'disk-full' })
    },
  })

  await useBackupStore().backUp()

  expect(useNoticesStore().current).toMatchObject({ failure: { reason: 'disk-full' } })
})

test('says where the report of an import was saved, and nothing when it was not', async () => {
  let path: string | null = '/saved/report.json'
  installFakeBridge({ ...idle, 'backup:save-report': () => path })
  const backup = useBackupStore()

  await backup.saveReport(3)
  expect(useNoticesStore().current).toEqual({ kind: 'file-saved', path })

  useNoticesStore().dismiss()
  path = null
  await backup.saveReport(3)
  expect(useNoticesStore().current).toBeNull()
})
