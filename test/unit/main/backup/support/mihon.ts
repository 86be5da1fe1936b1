import { gzipSync } from 'fflate'
import { Writer } from 'protobufjs/minimal.js'

export interface TrackerRecord {
  readonly tracker: number
  readonly mediaId?: number
  readonly oldMediaId?: number
  readonly title?: string
  readonly progress?: number
  /** Written as the whole number that old versions used. */
  readonly oldProgress?: number
  readonly total?: number
  readonly score?: number
  readonly status?: number
  readonly startedAt?: number
  readonly finishedAt?: number
  readonly private?: boolean
}

export interface LibraryTitle {
  readonly title: string
  readonly favorite?: boolean
  readonly chapters?: readonly { readonly number: number; readonly read: boolean }[]
  readonly tracking?: readonly TrackerRecord[]
}

/** A backup as Mihon writes it: protobuf in gzip; anime stand in field 3. */
export function tachibk(manga: readonly LibraryTitle[], anime: readonly LibraryTitle[] = []) {
  return gzipSync(protobuf(manga, anime), { mtime: 0 })
}

export function protobuf(manga: readonly LibraryTitle[], anime: readonly LibraryTitle[] = []) {
  const writer = Writer.create()
  for (const title of manga) nested(writer, 1, (inner) => writeTitle(inner, title))
  for (const title of anime) nested(writer, 3, (inner) => writeTitle(inner, title))
  nested(writer, 101, (inner) => inner.uint32(tag(1, 2)).string('A source'))
  return writer.finish()
}

function writeTitle(writer: Writer, title: LibraryTitle) {
  writer.uint32(tag(1, 0)).int64(7).uint32(tag(2, 2)).string('/url')
  writer.uint32(tag(3, 2)).string(title.title)
  writer.uint32(tag(13, 0)).int64(1_600_000_000_000)
  for (const chapter of title.chapters ?? []) {
    nested(writer, 16, (inner) => {
      inner.uint32(tag(1, 2)).string('/chapter')
      if (chapter.read) inner.uint32(tag(4, 0)).bool(true)
      inner.uint32(tag(9, 5)).float(chapter.number)
    })
  }
  for (const record of title.tracking ?? []) nested(writer, 18, (at) => writeRecord(at, record))
  if (title.favorite === false) writer.uint32(tag(100, 0)).bool(false)
}

function writeRecord(writer: Writer, record: TrackerRecord) {
  const int = (field: number, value: number | undefined) => {
    if (value !== undefined) writer.uint32(tag(field, 0)).int64(value)
  }
  const float = (field: number, value: number | undefined) => {
    if (value !== undefined) writer.uint32(tag(field, 5)).float(value)
  }
  int(1, record.tracker)
  int(2, 0)
  int(3, record.oldMediaId)
  if (record.title !== undefined) writer.uint32(tag(5, 2)).string(record.title)
  float(6, record.progress)
  int(6, record.oldProgress)
  int(7, record.total)
  float(8, record.score)
  int(9, record.status)
  int(10, record.startedAt)
  int(11, record.finishedAt)
  if (record.private !== undefined) writer.uint32(tag(12, 0)).bool(record.private)
  int(100, record.mediaId)
}

function nested(writer: Writer, field: number, write: (inner: Writer) => void) {
  const inner = writer.uint32(tag(field, 2)).fork()
  write(inner)
  inner.ldelim()
}

function tag(field: number, wireType: number): number {
  return (field << 3) | wireType
}
