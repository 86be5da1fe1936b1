import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadData } from './backup/thread/messages'
import { serveBackup } from './backup/thread/serve'
import { openLibrary } from './services/backup/open-library'

if (!parentPort) throw new Error('This file runs in a worker thread.')

// Only `createBackupThread` makes this worker, with this data.
const { cancelled } = workerData as ThreadData
serveBackup(parentPort, openLibrary, new Int32Array(cancelled))
