import { parentPort, workerData } from 'node:worker_threads'
import { openPlainLibrary } from './thread/library'
import type { ThreadData } from './thread/messages'
import { serveBackup } from './thread/serve'

if (!parentPort) throw new Error('This file runs in a worker thread.')

// Only `createBackupThread` makes this worker, with this data.
const { cancelled } = workerData as ThreadData
serveBackup(parentPort, openPlainLibrary, new Int32Array(cancelled))
