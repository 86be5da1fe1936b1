import { AppError } from '../../../shared/failure'
import type { BackupWorker } from '../../environment'
import type {
  BackupCallName,
  BackupCalls,
  FromThread,
  Step,
  ThreadData,
  ToThread,
} from './messages'

type Asked<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never

export type BackupThread<Source> = {
  readonly [N in BackupCallName]: Asked<BackupCalls<Source>[N]>
} & {
  /** Gives up the call that runs: it rejects with `cancelled`. */
  cancel(): void
  /** Ends the thread; whatever was asked rejects with `cancelled`. */
  close(): Promise<void>
}

export interface ClientOptions {
  /** Makes the worker from the file that calls `serveBackup`. */
  readonly startWorker: (data: ThreadData) => BackupWorker
  readonly onProgress?: (step: Step, done: number, total: number) => void
}

const names: Readonly<Record<BackupCallName, true>> = {
  read: true,
  match: true,
  choose: true,
  compare: true,
  rows: true,
  plan: true,
  newTitles: true,
  wanted: true,
  leftOut: true,
  write: true,
}

/** Asks a thread of its own, so that reading and comparing never hold up an edit. */
export function createBackupThread<Source>(options: ClientOptions): BackupThread<Source> {
  const cancelled = new Int32Array(new SharedArrayBuffer(4))
  const worker = options.startWorker({ cancelled: cancelled.buffer })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0

  worker.on('message', (said) => {
    // Only `serveBackup` speaks on the other side.
    const message = said as FromThread
    if (message.kind === 'progress') {
      options.onProgress?.(message.step, message.done, message.total)
      return
    }
    const answer = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'done') answer?.resolve(message.value)
    else answer?.reject(new AppError(message.failure))
  })
  const giveUp = (error: AppError) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', (error) => giveUp(new AppError({ code: 'unexpected', detail: String(error) })))
  worker.on('exit', () => giveUp(new AppError({ code: 'cancelled' })))

  function ask(name: BackupCallName, args: readonly unknown[]): Promise<unknown> {
    const id = (lastId += 1)
    const answer = Promise.withResolvers<unknown>()
    waiting.set(id, answer)
    worker.postMessage(
      { id, name, args } satisfies ToThread,
      name === 'read' ? handedOver(args) : [],
    )
    return answer.promise
  }

  const calls = Object.fromEntries(
    Object.keys(names).map((name) => [
      name,
      (...args: readonly unknown[]) => ask(name as BackupCallName, args),
    ]),
  )
  return {
    // The names are those of the contract, and the other side answers with its types.
    ...(calls as { readonly [N in BackupCallName]: Asked<BackupCalls<Source>[N]> }),
    cancel: () => void Atomics.store(cancelled, 0, [...waiting.keys()].at(0) ?? 0),
    async close() {
      await worker.terminate()
    },
  }
}

/** Whole buffers among the arguments; a piece of a bigger one is copied instead. */
function handedOver(args: readonly unknown[]): ArrayBuffer[] {
  return args.flatMap((value) => {
    if (!(value instanceof Uint8Array) || !(value.buffer instanceof ArrayBuffer)) return []
    return value.byteLength === value.buffer.byteLength ? [value.buffer] : []
  })
}
