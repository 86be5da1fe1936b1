import type { AiringNotice } from '../../../shared/airing'
import type { NoticeRow } from '../../db/airing-notices'
import type { AiringCore } from './core'
import type { Present } from './present'
import type { FollowedEntry } from './tracking'

/** A line of past notifications, with its title as it stands now. */
export function createPast(core: AiringCore<FollowedEntry>, present: Present) {
  return function toNotice(row: NoticeRow): AiringNotice {
    const { id, show, kind, episode, dueAt, saidAt, state, way } = row
    return {
      id,
      kind,
      title: present.title(show),
      episode,
      dueAt,
      saidAt: state === 'said' ? saidAt : null,
      way: state === 'said' ? way : null,
      muted: core.shows.get(show).muted,
      airingAt: core.schedule.get(show, episode)?.airingAt ?? null,
    }
  }
}
