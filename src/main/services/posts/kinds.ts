import type { Post, PostType } from '../../../shared/community/post'
import { AppError } from '../../../shared/failure'
import { type Community, communityOf } from '../../providers/community'
import type { ServiceCall } from '../../providers/provider'
import type { CommandKind } from '../../queue/commands'
import type { Realm } from '../../queue/realm'
import { hasArrived } from './arrived'

type Of<T extends PostType> = Extract<Post, { type: T }>

/** The request that does each kind of post. */
const callOf: { readonly [T in PostType]: (to: Community, post: Of<T>) => ServiceCall<unknown> } = {
  status: (to, { text }) => to.postStatus(text),
  message: (to, { recipientId, text }) => to.postMessage(recipientId, text),
  reply: (to, { activityId, text }) => to.postReply(activityId, text),
  'remove-activity': (to, { id }) => to.removeActivity(id),
  'remove-reply': (to, { id }) => to.removeReply(id),
  review: (to, { draft }) => to.saveReview(draft),
  'rate-review': (to, { kind, id, vote }) => to.rateReview(kind, id, vote),
  'remove-review': (to, { kind, id }) => to.removeReview(kind, id),
  thread: (to, { draft }) => to.saveThread(draft),
  'remove-thread': (to, { id }) => to.removeThread(id),
  comment: (to, { draft }) => to.saveComment(draft),
  'remove-comment': (to, { id }) => to.removeComment(id),
  toggle: (to, { target, wanted }) => to.toggle(target, wanted),
}

function communityAt(realm: Realm): Community {
  const community = communityOf(realm.provider)
  if (!community) throw new AppError({ code: 'invalid-input', reason: 'ability-missing' })
  return community
}

/** The request of a post. Failure: `invalid-input` for what the service cannot do or would refuse. */
export function requestOf(realm: Realm, post: Post): ServiceCall<unknown> {
  const make = callOf[post.type] as (to: Community, post: Post) => ServiceCall<unknown>
  return make(communityAt(realm), post)
}

const kindOf = (traits: Omit<CommandKind, 'call'>): CommandKind => ({
  call: (realm, _owner, payload) => requestOf(realm, payload as Post),
  ...traits,
})

/** What is said can be found among what was said; it must never be said twice. */
const said = kindOf({
  isDone: ({ realm, owner, payload, since, run }) =>
    hasArrived({ community: communityAt(realm), me: owner.userId, since, run }, payload as Post),
})
const removal = kindOf({ isRemoval: true, isRepeatable: true })

/** How each kind of post is done, for the outbox of commands. */
export const postKinds: Readonly<Record<PostType, CommandKind>> = {
  status: said,
  message: said,
  reply: said,
  review: said,
  thread: said,
  comment: said,
  'remove-activity': removal,
  'remove-reply': removal,
  'remove-review': removal,
  'remove-thread': removal,
  'remove-comment': removal,
  'rate-review': kindOf({ isRepeatable: true }),
  toggle: kindOf({
    isToggle: true,
    about: (payload) => JSON.stringify((payload as Of<'toggle'>).target),
    async isDone({ realm, owner, payload, run }) {
      const { target, wanted } = payload as Of<'toggle'>
      return (await run(communityAt(realm).toggleState(target, owner.userId))) === wanted
    },
  }),
}
