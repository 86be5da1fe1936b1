import type { Media } from '../../shared/media'
import type { MediaRecord, Picture } from './provider'

export type { Picture, PictureKey } from './provider'

/** What an answer tells: the part for the page, and beside it what only main may know of it. */
export interface Found<T> {
  readonly value: T
  /** Titles of which the answer told all that lists tell. */
  readonly titles: readonly MediaRecord[]
  /** Titles that were named in passing: of use only where nothing is known of them yet. */
  readonly mentioned: readonly MediaRecord[]
  readonly pictures: readonly Picture[]
}

/** Takes aside what the page must not see, while an answer is read. */
export interface Gathering {
  /** A title of which the answer told all; gives back the page's part. */
  title(record: MediaRecord): Media
  /** A title that was named in passing. */
  mention(record: MediaRecord): Media
  /** Keeps the addresses; true when there is a picture (not counting the banner). */
  picture(picture: Picture): boolean
}

/** Runs a reader and hands out what it gathered on the way. */
export function gather<T>(read: (into: Gathering) => T): Found<T> {
  const titles = new Map<string, MediaRecord>()
  const mentioned = new Map<string, MediaRecord>()
  const pictures = new Map<string, Picture>()
  const value = read({
    title(record) {
      titles.set(record.key, record)
      return pageMedia(record)
    },
    mention(record) {
      mentioned.set(record.key, record)
      return pageMedia(record)
    },
    picture(picture) {
      const { key, url, urlLarge, bannerUrl } = picture
      if (url !== null || urlLarge !== null || bannerUrl !== null) pictures.set(key, picture)
      return url !== null || urlLarge !== null
    },
  })
  return {
    value,
    titles: [...titles.values()],
    mentioned: [...mentioned.values()].filter(({ key }) => !titles.has(key)),
    pictures: [...pictures.values()],
  }
}

/** The page's part of a record: without addresses. */
export function pageMedia(record: MediaRecord): Media {
  const { coverUrl, coverUrlLarge, bannerUrl, mediaUpdatedAt, ...media } = record
  return media
}
