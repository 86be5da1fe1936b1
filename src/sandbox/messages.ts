import type { ServiceId } from '../shared/service'

/** What the worker is given in `workerData`. */
export interface SandboxWorkerData {
  /** Folder in which the services keep their state between runs. */
  stateDir: string
  /** A file to be told the address and the secret of the admin calls; for tests. */
  adminFile?: string | undefined
}

/** From the one who started the worker. Each is answered by a message with the same `id`. */
export interface ToSandbox {
  id: number
  call: { kind: 'set-online'; online: boolean } | { kind: 'stop' }
}

/** From the worker: once that it runs or could not start, then an answer to each call. */
export type FromSandbox =
  | {
      kind: 'started'
      /** Bases of the APIs, each with a slash at its end. */
      baseUrls: Readonly<Record<ServiceId, string>>
      /** Of the main user of each service; they live for a year. */
      tokens: Readonly<Record<ServiceId, string>>
    }
  | { kind: 'failed'; message: string }
  | { kind: 'done'; id: number }
