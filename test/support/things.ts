import type { ServiceId } from '../../src/shared/service'
import type { Transport } from '../../src/main/http/transport'
import { createAnilist } from '../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../src/main/providers/anisearch/anisearch'
import type { Provider, ServiceCall } from '../../src/main/providers/provider'
import { createSandbox } from '../../src/sandbox/sandbox'
import { emptyActivity } from '../../src/sandbox/social/activities'
import { systemClock as clock } from '../../src/sandbox/system-clock'
import type { Things } from './every-call'
import { createSandboxTransport, memoryUrls } from './sandbox-transport'

const wide = { max: 100_000, windowMs: 60_000 }

export function providerOf(service: ServiceId): Provider {
  if (service === 'anilist') return createAnilist({ clock })
  return service === 'anilist-v1' ? createAnilistV1({ clock }) : createAnisearch({ clock })
}

/** A sandbox in memory, a way to ask it, and things of every kind that are there to be asked about. */
export async function startThings(service: ServiceId) {
  const sandbox = createSandbox({
    clock,
    services: [service],
    entries: { anime: 12, manga: 8 },
    behaviour: { nullSeries: false },
    limits: { anilist: { api: wide }, 'anilist-v1': { api: wide }, anisearch: { ratings: wide } },
  })
  const transport: Transport = createSandboxTransport(sandbox)
  const provider = providerOf(service)

  const send = (call: ServiceCall<unknown>, token = sandbox.accounts[service]?.token ?? null) =>
    transport({
      method: call.method,
      url: new URL(call.path, memoryUrls[service]).href,
      headers: {
        'user-agent': 'Tsuzuki/0 (+https://tsuzuki.example)',
        referer: 'https://tsuzuki.example',
        ...(token === null || call.anonymous ? {} : { authorization: `Bearer ${token}` }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: call.body }),
      timeoutMs: 10_000,
    })

  const viewer = provider.viewer()
  const owner = viewer.parse(await send(viewer))
  return { sandbox, provider, send, things: thingsOf(service, sandbox, owner) }
}

function thingsOf(
  service: ServiceId,
  sandbox: ReturnType<typeof createSandbox>,
  owner: Things['owner'],
): Things {
  const { inspect } = sandbox
  const social = inspect.social(service)
  const me = owner.userId
  const [anime] = inspect.entries(service, 'anime')
  const [manga] = inspect.entries(service, 'manga')
  const createdAt = Math.floor(clock.wall() / 1000)
  const { activities, forum, reviews } = social
  const own = { graphType: 'TextActivity', type: 'TEXT', userId: me, createdAt } as const
  const activity = emptyActivity({ ...own, id: activities.nextId() })
  const reply = {
    id: activities.nextReplyId(),
    activityId: activity.id,
    userId: me,
    text: 'a',
    createdAt,
  }
  const times = { createdAt, updatedAt: createdAt }
  const [someThread] = forum.threads.rows()
  const thread = { ...someThread!, id: forum.nextThreadId(), userId: me, isLocked: false }
  const comment = {
    id: forum.nextCommentId(),
    threadId: thread.id,
    parentId: null,
    userId: me,
    comment: 'a',
    ...times,
  }
  const answer = { ...comment, id: forum.nextCommentId(), parentId: comment.id }
  const [someReview] = reviews.table.rows()
  const review = (kind: 'anime' | 'manga', mediaId = 0) => {
    const made = { ...someReview!, id: reviews.nextId(), userId: me, mediaId, type: kind }
    reviews.table.put(made)
    return made.id
  }
  activities.table.put(activity)
  activities.replies.put(reply)
  forum.threads.put(thread)
  forum.comments.put(comment)
  forum.comments.put(answer)
  return {
    owner,
    other: Number(social.follows.by(me)[0]),
    otherName: owner.userName,
    anime: anime?.mediaId ?? 0,
    manga: manga?.mediaId ?? 0,
    entryId: anime?.id ?? 0,
    activity: activity.id,
    reply: reply.id,
    thread: thread.id,
    comment: comment.id,
    reviews: { anime: review('anime', anime?.mediaId), manga: review('manga', manga?.mediaId) },
    own: { activity: activity.id, reply: reply.id, thread: thread.id },
  }
}
