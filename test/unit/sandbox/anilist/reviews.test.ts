import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'
import { data } from './data'

const long = 'x'.repeat(2600)
const summary = 'A summary of twenty signs.'

describe('reviews of AniList', () => {
  const save =
    'mutation ($id: Int, $body: String, $summary: String, $score: Int, $private: Boolean) {' +
    ' SaveReview(mediaId: $id, body: $body, summary: $summary, score: $score, private: $private)' +
    ' { id score summary private rating ratingAmount userRating user { id } media { id } } }'

  it('are written, changed, rated and deleted', async () => {
    const ask = createAsk()
    const first = await data(ask, save, { id: 700001, body: long, summary, score: 80 })
    expect(first).toMatchObject({ score: 80, userRating: 'NO_VOTE', user: { id: ask.userId } })
    const changed = await data(ask, save, { id: 700001, score: 70 })
    expect(changed).toMatchObject({ id: first.id, score: 70, summary })
    const rated = await data(
      ask,
      `mutation { RateReview(reviewId: ${first.id}, rating: UP_VOTE) { rating userRating } }`,
    )
    expect(rated).toEqual({ rating: 1, userRating: 'UP_VOTE' })
    const { reviews } = await data(ask, '{ Media(id: 700001) { reviews { nodes { id } } } }')
    expect(reviews.nodes).toContainEqual({ id: first.id })
    const remove = `mutation { DeleteReview(id: ${first.id}) { deleted } }`
    expect(await data(ask, remove)).toEqual({ deleted: true })
    expect((await ask.graph(remove)).status).toBe(404)
  })

  it('are refused out of bounds, field by field', async () => {
    const { graph } = createAsk()
    const wrong = { id: 700001, body: 'short', summary: 'short', score: 101 }
    const { json } = await graph(save, wrong)
    expect(Object.keys(json.errors[0].validation)).toEqual(['body', 'summary', 'score'])
  })

  it('of others cannot be deleted, and private ones not be seen', async () => {
    const ask = createAsk()
    const { table } = ask.sandbox.inspect.social('anilist').reviews
    const foreign = table.rows().find(({ userId }) => userId !== ask.userId)
    const remove = `mutation { DeleteReview(id: ${foreign?.id}) { deleted } }`
    expect((await ask.graph(remove)).status).toBe(404)
    if (foreign) table.put({ ...foreign, private: true })
    expect((await ask.graph(`{ Review(id: ${foreign?.id}) { id } }`)).status).toBe(404)
  })
})
