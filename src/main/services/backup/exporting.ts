import type { ExportAnswer, ExportFormat, ExportRequest } from '../../../shared/backup'
import { day } from './file-day'
import type { Exported } from '../../backup/writers/export'
import type { WriteJob } from '../../backup/write'
import { saveFile } from './save-file'

interface Options {
  write: (
    accountId: number | null,
    job: WriteJob,
    options: { readonly includePrivate: boolean; readonly history: boolean },
  ) => Promise<Exported>
  chooseSavePath: (suggestedName: string) => Promise<string | null>
  now: () => number
}

const shownLosses = 200

/** Saves a file where the user says. Failure: `storage`. */
export function createExporting({ write, chooseSavePath, now }: Options) {
  return async (request: ExportRequest): Promise<ExportAnswer> => {
    const path = await chooseSavePath(nameOf(request, now()))
    if (path === null) return { path, count: 0, losses: [], lossCount: 0 }
    // Our own format is the full backup: what is private leaves in it by itself.
    const includePrivate = request.includePrivate || request.format === 'tsuzuki'
    const { history } = request
    const made = await write(request.accountId, jobOf(request), { includePrivate, history })
    saveFile(path, made.bytes)
    return {
      path,
      count: made.count,
      losses: made.losses.slice(0, shownLosses),
      lossCount: made.losses.length,
    }
  }
}

const endings: Readonly<Record<ExportFormat, string>> = {
  tsuzuki: 'json.gz',
  'mal-xml': 'xml',
  csv: 'csv',
  'anilist-json': 'json',
  text: 'txt',
  markdown: 'md',
}

function nameOf({ format, kind }: ExportRequest, now: number): string {
  const what = format === 'mal-xml' ? `${kind}list` : 'tsuzuki'
  return `${what}-${day(now)}.${endings[format]}`
}

function jobOf({ format, kind, words }: ExportRequest): WriteJob {
  switch (format) {
    case 'tsuzuki':
      return { format, gzip: true }
    case 'mal-xml':
      return { format, kind }
    case 'text':
    case 'markdown':
      return { format, words }
    default:
      return { format }
  }
}
