import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failureCodes } from '../../../../src/shared/failure'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import { hostileAnswers, runs } from './hostile'
import { clock } from './support'

const good = [
  { data: { Viewer: { id: 1 } } },
  { errors: [{ message: 'validation', status: 400, validation: { notes: ['long'] } }] },
  { error: { messages: ['No Results.'], status: 404 } },
  { error: 'invalid_request', error_description: 'words' },
  { error: 'Too Many Requests', retry_after: 1e12 },
]
const providers = [createAnilist({ clock }), createAnilistV1({ clock }), createAnisearch({ clock })]

test.each(providers)(
  'whatever $id answers is a failure with a bounded wait, or none',
  (provider) => {
    fc.assert(
      fc.property(hostileAnswers(good), (answer) => {
        const failure = provider.failureOf(answer)
        if (failure === null) return
        expect(failureCodes).toContain(failure.code)
        expect(failure.detail?.length ?? 0).toBeLessThanOrEqual(500)
        expect(failure.retryAfterMs ?? 0).toBeGreaterThanOrEqual(0)
        expect(failure.retryAfterMs ?? 0).toBeLessThan(2 ** 31)
      }),
      runs,
    )
  },
)
