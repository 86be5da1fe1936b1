import { expect } from 'vitest'
import type { ReviewDraft } from '../../../../src/shared/community/review'
import { type MediaKind, titleKey } from '../../../../src/shared/media'
import type { Desk } from './desk'
import { rowsOf, type SharedRow } from './row'
import { idsOf } from './social'

const text = 'It was good. '.repeat(210)
const summary = 'A summary of some length.'

function someReview({ social, me }: Desk, kind: MediaKind) {
  return social.reviews.table.rows().find(({ type, userId }) => type === kind && userId !== me)!
}

function draftOf(desk: Desk, kind: MediaKind): ReviewDraft {
  const reviewed = new Set(desk.social.reviews.table.rows().map(({ mediaId }) => mediaId))
  const series = desk.catalogue.of(kind).find(({ id }) => !reviewed.has(id))!
  return { id: null, title: titleKey(kind, series.id), text, summary, private: true, score: 84 }
}

function ofKind(kind: MediaKind): readonly SharedRow[] {
  return [
    {
      proves: `one review of ${kind}, with its text`,
      asks: {
        anilist: [['community.review', 'query Review', 'query Review']],
        'anilist-v1': [
          ['community.review', `GET ${kind}/review/{review_id}`, `GET ${kind}/review/{id}`],
        ],
      },
      async run(desk) {
        const there = someReview(desk, kind)
        const { value } = await desk.ask(desk.community.review(kind, there.id))

        const { up, all } = desk.social.reviews.ratingOf(there.id)
        expect(value).toMatchObject({
          id: there.id,
          kind,
          summary: there.summary,
          text: there.body,
          score: there.score,
          private: false,
          ratedUp: up,
          ratedAll: all,
          createdAt: there.createdAt,
          user: { id: there.userId },
          media: { key: titleKey(kind, there.mediaId) },
        })
      },
    },
    {
      proves: `the reviews of a title, ${kind}`,
      asks: {
        anilist: [['community.reviewsOf', 'query Reviews', 'query Page.reviews']],
        'anilist-v1': [
          ['community.reviewsOf', `GET ${kind}/{${kind}_id}/reviews`, `GET ${kind}/{id}/reviews`],
        ],
      },
      async run(desk) {
        const { mediaId } = someReview(desk, kind)
        const { value } = await desk.ask(desk.community.reviewsOf(titleKey(kind, mediaId), 1))

        const there = desk.social.reviews.table.rows().filter((row) => row.mediaId === mediaId)
        expect(idsOf(value.items)).toEqual(idsOf(there))
      },
    },
    {
      proves: `a review of ${kind} is rated up, down and not at all`,
      asks: {
        anilist: [['community.rateReview', 'mutation RateReview', 'mutation RateReview']],
        'anilist-v1': [['community.rateReview', `POST ${kind}/review/rate`]],
      },
      async run(desk) {
        const { ask, community, social, me } = desk
        const { id } = someReview(desk, kind)
        const vote = async (word: 'up' | 'down' | 'none') => {
          await ask(community.rateReview(kind, id, word))
          const { value } = await ask(community.review(kind, id))
          expect(value.vote).toBe(word)
          return social.reviews.voteOf(id, me)
        }

        expect(await vote('up')).toBe(true)
        expect(await vote('down')).toBe(false)
        expect(await vote('none')).toBeNull()
      },
    },
    {
      proves: `a review of ${kind} is written, changed and removed`,
      asks: {
        anilist: [
          ['community.saveReview', 'mutation SaveReview', 'mutation SaveReview'],
          ['community.removeReview', 'mutation DeleteReview', 'mutation DeleteReview'],
        ],
        'anilist-v1': [
          ['community.saveReview', `POST ${kind}/review`],
          ['community.saveReview', `PUT ${kind}/review`],
          ['community.removeReview', `DELETE ${kind}/review`],
        ],
      },
      async run(desk) {
        const { ask, community, me, social } = desk
        const draft = draftOf(desk, kind)

        const { value } = await ask(community.saveReview(draft))
        const id = value!.id
        expect(social.reviews.table.get(id)).toMatchObject({
          userId: me,
          body: text,
          summary,
          score: 84,
          private: true,
        })

        await ask(community.saveReview({ ...draft, id, score: 40, private: false }))
        expect(social.reviews.table.get(id)).toMatchObject({
          body: text,
          score: 40,
          private: false,
        })

        await ask(community.removeReview(kind, id))
        expect(social.reviews.table.get(id)).toBeUndefined()
      },
    },
  ]
}

const rest: readonly SharedRow[] = [
  {
    proves: 'the reviews of somebody',
    asks: {
      anilist: [['community.reviewsBy', 'query Reviews', 'query Page.reviews']],
      'anilist-v1': [
        ['community.reviewsBy', 'GET user/{id || displayname}/reviews', 'GET user/{user}/reviews'],
      ],
    },
    async run(desk) {
      const { userId } = someReview(desk, 'anime')
      const { value } = await desk.ask(desk.community.reviewsBy(userId, 1))

      const there = desk.social.reviews.table.rows().filter((row) => row.userId === userId)
      expect(idsOf(value.items)).toEqual(idsOf(there))
      for (const { id, kind } of value.items) {
        expect(desk.social.reviews.table.get(id)?.type).toBe(kind)
      }
    },
  },
  {
    proves: 'the latest reviews of one kind',
    asks: { anilist: [['community.recentReviews', 'query Reviews', 'query Page.reviews']] },
    async run({ ask, community, social }) {
      const { value } = await ask(community.recentReviews!('manga', 1))

      const there = social.reviews.table.rows().filter(({ type }) => type === 'manga')
      expect(idsOf(value.items)).toEqual(idsOf(there))
    },
  },
]

export const reviewRows = rowsOf('reviews', [...ofKind('anime'), ...ofKind('manga'), ...rest])
