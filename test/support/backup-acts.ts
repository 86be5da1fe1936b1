import type { BackupJob, ImportPreview } from '../../src/shared/backup'
import type { SignedIn } from './signed-in'

const pieceBytes = 1_000

/** Drops a file on the window: hands it over in pieces and waits for the preview. */
export async function drop(
  { app, account }: SignedIn,
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
export async function outcome<T>({ clock }: SignedIn, asked: Promise<T> | T): Promise<T> {
  let isSettled = false
  void Promise.resolve(asked).then(
    () => (isSettled = true),
    () => (isSettled = true),
  )
  await clock.advanceUntil(() => isSettled, 60_000)
  return asked
}

/** The job once nothing is left of it to be taken over. */
export async function finished(world: SignedIn, { id }: BackupJob): Promise<BackupJob> {
  const job = () => world.app.handlers['backup:jobs']() as readonly BackupJob[]
  const found = () => job().find((one) => one.id === id)
  await world.clock.advanceUntil(() => found()?.state !== 'applying', 600_000)
  return found()!
}
