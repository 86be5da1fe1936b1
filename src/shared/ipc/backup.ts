import type {
  AutoBackup,
  AutoBackups,
  BackupJob,
  BackupProgress,
  ExportAnswer,
  ExportRequest,
  ImportAnswers,
  ImportPreview,
  PreviewChoice,
  PreviewRow,
  RowClass,
} from '../backup'
import type { TitleKey } from '../media'

export interface BackupCalls {
  /** Asks for a place and saves there; the file is read back before it counts. */
  'backup:export': (request: ExportRequest) => ExportAnswer
  /** Begins to hand over a file of so many bytes; answers the number of the transfer. */
  'backup:drop-begin': (bytes: number, name: string) => number
  /** The next piece, as base64 of at most 180,000 bytes. */
  'backup:drop-chunk': (transfer: number, base64: string) => void
  /** The file is whole: read, match and compare it. Changes nothing. */
  'backup:drop-end': (transfer: number, accountId: number, answers: ImportAnswers) => ImportPreview
  /** Reads the open file again with what the user said of it. */
  'backup:answer': (answers: ImportAnswers) => ImportPreview
  'backup:preview': () => ImportPreview | null
  /** At most 50 rows from `offset`. */
  'backup:rows': (
    classes: readonly RowClass[],
    offset: number,
  ) => { rows: readonly PreviewRow[]; total: number }
  'backup:choose': (choice: PreviewChoice) => ImportPreview
  /** Which title a doubtful row means; it is remembered. */
  'backup:resolve': (row: number, title: TitleKey | null) => ImportPreview
  /** Asks the service for titles that are not found; compares again with what it told. */
  'backup:ask': () => ImportPreview
  'backup:ask-stop': () => void
  /** Saves a backup, then changes the list through the queue. */
  'backup:apply': () => BackupJob
  'backup:pause': (job: number, paused: boolean) => void
  /** Without a job: gives up the file that is open. */
  'backup:cancel': (job: number | null) => void
  /** Takes back what an import changed; answers how many titles. */
  'backup:undo': (job: number) => number
  /** Saves the report of an import where the user says; answers the path. */
  'backup:save-report': (job: number) => string | null
  'backup:jobs': () => readonly BackupJob[]
  'backup:auto-list': () => AutoBackups
  /** Lets the user choose where they lie from now on; `usual` goes back to the usual place. */
  'backup:auto-folder': (where: 'choose' | 'usual') => AutoBackups
  'backup:auto-now': () => AutoBackup
  'backup:auto-restore': (name: string, accountId: number) => ImportPreview
}

export interface BackupEvents {
  'backup:changed': {
    readonly jobs: readonly BackupJob[]
    readonly progress: BackupProgress | null
  }
}

export const backupCallNames: Record<keyof BackupCalls, true> = {
  'backup:export': true,
  'backup:drop-begin': true,
  'backup:drop-chunk': true,
  'backup:drop-end': true,
  'backup:answer': true,
  'backup:preview': true,
  'backup:rows': true,
  'backup:choose': true,
  'backup:resolve': true,
  'backup:ask': true,
  'backup:ask-stop': true,
  'backup:apply': true,
  'backup:pause': true,
  'backup:cancel': true,
  'backup:undo': true,
  'backup:save-report': true,
  'backup:jobs': true,
  'backup:auto-list': true,
  'backup:auto-folder': true,
  'backup:auto-now': true,
  'backup:auto-restore': true,
}

export const backupEventNames: Record<keyof BackupEvents, true> = { 'backup:changed': true }
