import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const repository = resolve(import.meta.dirname, '../../../..')

/** A sample of the documents as JSON (test/fixtures/services). */
export function sample(path: string): Record<string, unknown> {
  const file = resolve(repository, 'test/fixtures/services', path)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}

/** A text that lies beside the repository on some machines only; `null` where it does not. */
export function besideRepository(path: string): string | null {
  const file = resolve(repository, '..', path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** The document's text without the marks of wrapped lines. */
export function unwrapped(text: string): string {
  return text.replaceAll(/_\n[↳↪→] ?/g, ' ').replaceAll(/\n[↳↪→] ?/g, '')
}

/** What may stand between two members of a printed sample: signs, and the marks of a page break. */
const between = '[\\s,:{}\\[\\]`"“”]*'

/** Finds a sample in a document: all its keys and values, in order, and nothing else in between. */
export function patternOf(value: unknown): RegExp {
  return new RegExp(tokensOf(value).map(patternOfToken).join(between))
}

function tokensOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(tokensOf)
  if (typeof value !== 'object' || value === null) return [value]
  return Object.entries(value).flatMap(([key, member]) => [key, ...tokensOf(member)])
}

function patternOfToken(token: unknown): string {
  if (typeof token !== 'string') return `${String(token)}\\b`
  const isCut = token.endsWith('…')
  const text = escaped(JSON.stringify(isCut ? token.slice(0, -1) : token).slice(1, -1))
  const loose = text.replaceAll('\\\\"', '"').replaceAll(' ', '\\s+')
  return isCut ? `${loose}[^]*?` : loose
}

function escaped(text: string) {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
