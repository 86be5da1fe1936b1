import type { FavouriteType, ToggleTarget } from '../../../../shared/community/favourites'
import { AppError } from '../../../../shared/failure'
import type { ToggleCalls } from '../../community'
import { gather } from '../../found'
import { partsOf } from '../../lenient'
import type { ServiceCall } from '../../provider'
import { flagOrNull, needed } from '../../reading'
import type { MakeCall } from '../call'
import { readFavourites } from './users'

/** Everything here turns around whatever is there; the answers say nothing (docs/services.md, "Toggles"). */
export function createToggleCalls(call: MakeCall): ToggleCalls {
  function flag(name: string, path: string, key: string): ServiceCall<boolean> {
    return call({
      name,
      method: 'GET',
      path,
      needsUser: true,
      read: (body) => needed(flagOrNull(partsOf(body)[key]), `${name}.${key}`),
    })
  }

  /** The models of people do not say whether they are held dear; the list of favourites does. */
  function isPersonFavourite(of: 'characters' | 'staff', id: number, me: number) {
    return call({
      name: 'GET user/{id || displayname}/favourites',
      method: 'GET',
      path: `user/${me}/favourites`,
      needsUser: true,
      read: (body) => {
        const { value } = gather((into) => readFavourites(body, into))
        return value[of].items.some((person) => person.id === id)
      },
    })
  }

  function toggleState(target: ToggleTarget, me: number): ServiceCall<boolean> {
    const { id } = target
    switch (target.type) {
      case 'follow':
        return flag('GET user/{id || displayname}', `user/${id}`, 'following')
      case 'subscription':
        return flag('GET forum/thread/{id}', `forum/thread/${id}`, 'subscribed')
      case 'like':
        return unable()
      case 'favourite':
        return favouriteState(target.of, id, me)
    }
  }

  function favouriteState(of: FavouriteType, id: number, me: number): ServiceCall<boolean> {
    switch (of) {
      case 'anime':
      case 'manga':
        return flag('GET {series_type}/{id}', `${of}/${id}`, 'favourite')
      case 'character':
        return isPersonFavourite('characters', id, me)
      case 'staff':
      case 'actor':
        return isPersonFavourite('staff', id, me)
      case 'studio':
        return unable()
    }
  }

  function turn(path: string, form: { readonly [name: string]: number }, name = `POST ${path}`) {
    return call({ name, method: 'POST', path, form, needsUser: true, read: () => null })
  }

  function toggle(target: ToggleTarget): ServiceCall<null> {
    const { id } = target
    switch (target.type) {
      case 'follow':
        return turn('user/follow', { id })
      case 'subscription':
        // The path speaks of comments; it is the thread that is subscribed to.
        return turn('forum/comment/subscribe', { thread_id: id })
      case 'favourite':
        return canToggle(target)
          ? turn(`${target.of}/favourite`, { id }, nameOf(target.of))
          : unable()
      case 'like':
        return unable()
    }
  }

  return { canToggle, toggleState, toggle }
}

function canToggle(target: ToggleTarget): boolean {
  if (target.type === 'favourite') return target.of !== 'studio'
  return target.type !== 'like'
}

function nameOf(of: FavouriteType): string {
  const isSeries = of === 'anime' || of === 'manga'
  return isSeries ? 'POST {series_type}/favourite' : `POST ${of}/favourite`
}

function unable(): never {
  const detail = 'AniList v1 has no such thing.'
  throw new AppError({ code: 'invalid-input', reason: 'ability-missing', detail })
}
