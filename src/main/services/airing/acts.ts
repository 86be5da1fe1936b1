import type { EntryRef } from '../../../shared/entry'
import { toFailure } from '../../../shared/failure'
import type { AccountRow } from '../../db/accounts'
import type { AiringListTable } from '../../db/airing-list'
import { packKey } from '../../db/keys'
import type { AiringAct } from '../../environment'

interface Options {
  list: Pick<AiringListTable, 'entry'>
  accountOf: (id: number) => AccountRow | null
  /** One more episode, by the rules of an edit. */
  step: (ref: EntryRef) => void
  mute: (ref: EntryRef) => void
  pause: (minutes: number) => void
  onError: (error: unknown) => void
}

/** Does what is clicked on tray and notifications. Never throws: nobody there could be told. */
export function createActs({ list, accountOf, step, mute, pause, onError }: Options) {
  /**
   * A button speaks of an episode, and may be old when it is clicked: it counts one more, but never
   * beyond that episode, so that what was counted meanwhile is not counted twice (adr 52).
   */
  function plus(ref: EntryRef, episode: number) {
    const account = accountOf(ref.accountId)
    const of = account && { account: account.id, realm: account.realm }
    const entry = of && list.entry(of, packKey(of.account, ref.title))
    if (entry && entry.progress < episode) step(ref)
  }

  return function run(act: AiringAct) {
    try {
      if (act.do === 'pause') pause(act.minutes)
      else if (act.do === 'mute') mute(act.ref)
      else plus(act.ref, act.episode)
    } catch (error) {
      if (toFailure(error).code !== 'gone') onError(error)
    }
  }
}
