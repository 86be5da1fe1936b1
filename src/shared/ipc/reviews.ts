import type { Page } from '../community/paging'
import type { Review } from '../community/review'
import type { Look, Looked } from '../looked-up'
import type { Media, MediaKind, TitleKey } from '../media'

/** Reviews. Pages begin at 1. Failures: all codes of services. */
export interface ReviewCalls {
  'reviews:one': (look: Look, kind: MediaKind, id: number) => Looked<Review>
  'reviews:of': (look: Look, title: TitleKey, page: number) => Looked<Page<Review>>
  'reviews:by': (look: Look, userId: number, page: number) => Looked<Page<Review>>
  /** The latest of all titles, where the service lists them. */
  'reviews:recent': (look: Look, kind: MediaKind | null, page: number) => Looked<Page<Review>>
  /** What is known here of a title, such as its names. */
  'reviews:title': (accountId: number, title: TitleKey) => Media
}

export const reviewCallNames: Record<keyof ReviewCalls, true> = {
  'reviews:one': true,
  'reviews:of': true,
  'reviews:by': true,
  'reviews:recent': true,
  'reviews:title': true,
}
