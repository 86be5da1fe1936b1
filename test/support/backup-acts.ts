import type { BackupJob, ImportPreview } from '../../src/shared/backup'
import type { SignedIn } from './signed-in'

const pieceBytes = 1_000

type World = Pick<SignedIn, 'app' | 'account' | 'clock'>

/** Drops a file on the window: hands it over in pieces and waits for the preview. */
export async function drop(
  { app, account }: Pick<World, 'app' | 'account'>,
  name: string,
  bytes: Uint8Array,
): Promise<ImportPreview> {
  const transfer = await app.handlers['backup:drop-begin'](bytes.length, name)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = Buffer.from(bytes.subarray(at, at + pieceBytes)).toString('base64')
    await app.handlers['backup:drop-chunk'](transfer, piece)
  }
  return app.handlers['backup:drop-end'](transfer, account.id, {})
}

/** What a call answers that needs time to pass. */
export async function outcome<T>(
  { clock }: Pick<World, 'clock'>,
  asked: Promise<T> | T,
): Promise<T> {
  let isSettled = false
  void Promise.resolve(asked).then(
    () => (isSettled = true),
    () => (isSettled = true),
  )
  await clock.advanceUntil(() => isSettled, 60_000)
  return asked
}

/** The job once nothing is left of it to be taken over. */
export async function finished(
  world: Pick<World, 'app' | 'clock'>,
  { id }: BackupJob,
): Promise<BackupJob> {
  const job = () => world.app.handlers['backup:jobs']() as readonly BackupJob[]
  const found = () => job().find((one) => one.id === id)
  await world.clock.advanceUntil(() => found()?.state !== 'applying', 600_000)
  return found()!
}

/** Imports a file as it is previewed, and waits until nothing of it waits for the service. */
export async function finishedImport(world: World, bytes: Uint8Array): Promise<BackupJob> {
  const { handlers } = world.app
  await drop(world, 'mine.json.gz', bytes)
  const job = await finished(world, await outcome(world, handlers['backup:apply']()))
  const isIdle = async () => (await handlers['queue:status']()).waiting === 0
  for (let hours = 0; !(await isIdle()) && hours < 1_000; hours += 1) {
    await world.clock.advance(3600_000)
  }
  return job
}
