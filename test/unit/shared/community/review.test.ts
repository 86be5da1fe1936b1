import { expect, test } from 'vitest'
import { type ReviewDraft, reviewProblemsOf } from '../../../../src/shared/community/review'

const good: ReviewDraft = {
  id: null,
  title: 'anime:1',
  text: 'x'.repeat(2_000),
  summary: 'y'.repeat(20),
  private: false,
  score: 0,
}

test('a review of the least length may be sent', () => {
  expect(reviewProblemsOf(good)).toEqual([])
  expect(reviewProblemsOf({ ...good, summary: 'y'.repeat(120), score: 100 })).toEqual([])
})

test.each<[Partial<ReviewDraft>, string]>([
  [{ text: 'x'.repeat(1_999) }, 'review-text-short'],
  [{ text: `${'x'.repeat(1_999)}  ` }, 'review-text-short'],
  [{ summary: 'y'.repeat(19) }, 'review-summary-short'],
  [{ summary: 'y'.repeat(121) }, 'review-summary-long'],
  [{ score: -1 }, 'review-score-range'],
  [{ score: 101 }, 'review-score-range'],
  [{ score: 7.5 }, 'review-score-range'],
  [{ score: Number.NaN }, 'review-score-range'],
])('%j is refused: %s', (change, problem) => {
  expect(reviewProblemsOf({ ...good, ...change })).toEqual([problem])
})

test('all problems are told at once', () => {
  expect(reviewProblemsOf({ ...good, text: '', summary: '', score: 200 })).toHaveLength(3)
})
