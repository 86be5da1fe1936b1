import { expect, test } from 'vitest'
import { lookInParts, partSize } from '../../../../../src/main/services/discover/in-parts'
import { itself } from '../../../../../src/main/services/discover/discover'
import type { LookedUp, Question } from '../../../../../src/main/services/looked-up'
import type { Page } from '../../../../../src/shared/community/paging'
import type { Look } from '../../../../../src/shared/looked-up'

/** Looks up over answers that are there already, and remembers which were asked for. */
function desk(answers: Readonly<Record<number, Page<number>>>) {
  const asked: string[] = []
  const look: LookedUp['look'] = (how, { name }) => {
    asked.push(`${how.want} ${name}`)
    const value = answers[Number(name)]
    return Promise.resolve(value ? { value: value as never, askedAt: 5, isFresh: true } : null)
  }
  const question = (page: number): Question<Page<number>> => ({
    name: String(page),
    ageMs: 1,
    ask: () => {
      throw new Error('nobody asks here')
    },
  })
  const how: Look = { accountId: 1, ticket: 1, want: 'fresh' }
  return {
    asked,
    page: (page: number) => lookInParts({ look }, { look: how, page, question, lists: itself }),
  }
}
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

test('what comes as a whole is asked for once and handed out in parts', async () => {
  const all = numbers(2 * partSize + 5)
  const { page, asked } = desk({ 1: { items: all, hasNext: false, total: all.length } })
  const parts = [await page(1), await page(2), await page(3)]
  expect(parts.flatMap((part) => part!.value.items)).toEqual(all)
  expect(parts.map((part) => part!.value.hasNext)).toEqual([true, true, false])
  expect(asked).toEqual(['fresh 1', 'known 1', 'known 1'])
})

test('what comes by pages is asked for by pages', async () => {
  const full = { items: numbers(50), hasNext: true, total: null }
  const { page, asked } = desk({ 1: full, 2: { ...full, hasNext: false } })
  expect((await page(1))?.value).toEqual(full)
  expect((await page(2))?.value.hasNext).toBe(false)
  expect(asked).toEqual(['fresh 1', 'known 1', 'fresh 2'])
})

test('what is short stays as it is', async () => {
  const short = { items: numbers(3), hasNext: false, total: 3 }
  const { page } = desk({ 1: short })
  expect((await page(1))?.value).toEqual(short)
})
