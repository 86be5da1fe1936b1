import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type {
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
} from '../../../shared/backup'
import type { TitleKey } from '../../../shared/media'
import { call, on } from '../api'
import { useAccountsStore } from './accounts'
import { useNoticesStore } from './notices'

const pieceBytes = 180_000
const pageRows = 50

/** The file that is being looked at, imports and backups: a mirror of main. */
export const useBackupStore = defineStore('backup', () => {
  const notices = useNoticesStore()
  const accounts = useAccountsStore()
  const preview = shallowRef<ImportPreview | null>(null)
  const rows = shallowRef<readonly PreviewRow[]>([])
  const total = shallowRef(0)
  const shown = shallowRef<RowClass>('new')
  const offset = shallowRef(0)
  const reading = shallowRef<string | null>(null)
  const progress = shallowRef<BackupProgress | null>(null)
  const jobs = shallowRef<readonly BackupJob[]>([])
  const auto = shallowRef<AutoBackups | null>(null)
  const asking = shallowRef(false)
  const exported = shallowRef<ExportAnswer | null>(null)

  async function load() {
    await notices.attempt(async () => {
      jobs.value = await call('backup:jobs')
      auto.value = await call('backup:auto-list')
      const open = await call('backup:preview')
      if (open) await take(open)
    })
  }

  async function take(next: ImportPreview) {
    const isNew = preview.value === null
    preview.value = next
    const isEmpty = next.byClass[shown.value] === 0 && offset.value === 0
    if (isNew || isEmpty) shown.value = firstFull(next)
    await page(shown.value, offset.value)
  }

  async function page(of: RowClass, from: number) {
    shown.value = of
    offset.value = from
    const answer = await call('backup:rows', [of], from)
    rows.value = answer.rows
    total.value = answer.total
  }

  /** Runs what changes the preview. */
  async function ask(name: string | null, what: () => Promise<ImportPreview>) {
    reading.value = name
    const next = await notices.attempt(what)
    reading.value = null
    progress.value = null
    if (next) await notices.attempt(() => take(next))
    return next !== undefined
  }

  /** Hands a file over in pieces and looks at it. Changes nothing. */
  function drop(file: File) {
    const account = accounts.active
    if (!account) return Promise.resolve(false)
    forget()
    return ask(file.name, async () => {
      const transfer = await call('backup:drop-begin', file.size, file.name.slice(0, 255))
      for (let at = 0; at < file.size; at += pieceBytes) {
        const piece = await file.slice(at, at + pieceBytes).arrayBuffer()
        await call('backup:drop-chunk', transfer, base64(new Uint8Array(piece)))
      }
      return call('backup:drop-end', transfer, account.id, {})
    })
  }

  function forget() {
    preview.value = null
    rows.value = []
    total.value = 0
    offset.value = 0
    shown.value = 'new'
  }

  function restore(name: string) {
    const account = accounts.active
    if (!account) return Promise.resolve(false)
    forget()
    return ask(name, () => call('backup:auto-restore', name, account.id))
  }

  /** Asks the service for titles that are not found; what it told until it was stopped counts. */
  async function askService() {
    asking.value = true
    const went = await ask(null, () => call('backup:ask'))
    asking.value = false
    if (went) return
    const left = await notices.attempt(() => call('backup:preview'))
    if (left) await take(left)
  }

  async function setFolder(where: 'choose' | 'usual') {
    const state = await notices.attempt(() => call('backup:auto-folder', where))
    if (state) auto.value = state
  }

  async function apply() {
    const job = await notices.attempt(() => call('backup:apply'))
    if (!job) return
    forget()
    await load()
  }

  async function close() {
    await notices.attempt(() => call('backup:cancel', null))
    forget()
  }

  async function save(request: ExportRequest) {
    const answer = await notices.attempt(() => call('backup:export', request))
    if (answer?.path) exported.value = answer
  }

  async function backUp() {
    const made = await notices.attempt(() => call('backup:auto-now'))
    if (made) notices.say({ kind: 'backed-up', name: made.name })
    await load()
  }

  on('backup:changed', (changed) => {
    jobs.value = changed.jobs
    progress.value = changed.progress
  })

  return {
    preview,
    rows,
    total,
    shown,
    offset,
    reading,
    progress,
    jobs,
    auto,
    exported,
    asking,
    pageRows,
    load,
    drop,
    restore,
    apply,
    close,
    save,
    backUp,
    askService,
    setFolder,
    stopAsking: () => notices.attempt(() => call('backup:ask-stop')),
    show: (of: RowClass, from = 0) => notices.attempt(() => page(of, from)),
    answer: (answers: ImportAnswers) =>
      ask(preview.value?.file ?? '', () => call('backup:answer', answers)),
    choose: (choice: PreviewChoice) => ask(null, () => call('backup:choose', choice)),
    resolve: (row: number, title: TitleKey | null) =>
      ask(null, () => call('backup:resolve', row, title)),
    pause: (job: number, paused: boolean) =>
      notices.attempt(() => call('backup:pause', job, paused)),
    stop: (job: number) => notices.attempt(() => call('backup:cancel', job)),
    async saveReport(job: number) {
      const path = await notices.attempt(() => call('backup:save-report', job))
      if (path) notices.say({ kind: 'file-saved', path })
    },
    undo: (job: number) => notices.attempt(() => call('backup:undo', job)),
  }
})

function firstFull({ byClass }: ImportPreview): RowClass {
  const order = ['doubtful', 'new', 'changed', 'unmatched', 'refused', 'same'] as const
  return order.find((name) => byClass[name] > 0) ?? 'new'
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(text)
}
