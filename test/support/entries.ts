import { emptyFields, type Entry, type EntryPatch } from '../../src/shared/entry'
import { unknownMedia, type TitleKey } from '../../src/shared/media'
import type { MediaRecord } from '../../src/main/providers/provider'

/** An entry as a service has it. */
export function entryOf(title: TitleKey, fields: EntryPatch & Partial<Entry> = {}): Entry {
  return { ...emptyFields, title, entryId: 1, createdAt: 100, updatedAt: 200, ...fields }
}

export function mediaOf(key: TitleKey, more: Partial<MediaRecord> = {}): MediaRecord {
  return {
    ...unknownMedia(key),
    coverUrl: null,
    coverUrlLarge: null,
    bannerUrl: null,
    mediaUpdatedAt: null,
    ...more,
  }
}
