import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = readdirSync(import.meta.dirname).filter((file) => /^traps-.*\.test\.ts$/.test(file))

function trapsIn(pattern: RegExp): readonly number[] {
  return files
    .filter((file) => pattern.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8')
      return [...text.matchAll(/^ {2}test\(\s*'(\d+): /gm)].map((match) => Number(match[1]))
    })
    .sort((a, b) => a - b)
}

test('each trap of both documents has its test', () => {
  expect(trapsIn(/v1/)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  expect(trapsIn(/anisearch/)).toEqual(Array.from({ length: 22 }, (_, at) => at + 1))
})
