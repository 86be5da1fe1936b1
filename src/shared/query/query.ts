import { fold, searchTermsOf } from '../titles'
import { type Clause, clausesOf } from './clause'
import type { Condition } from './condition'
import { fieldOf, fieldSpellings, kindOfField } from './fields'
import type { Problem } from './problem'
import { nearest } from './similar'
import { readWanted } from './values'

/** A query that was read: what a row must have, and what could not be understood. */
export interface Query {
  /** Plain words, folded: each must be in one of the names. */
  readonly terms: readonly string[]
  readonly conditions: readonly Condition[]
  /** All that is not plain words, as it was typed: equal ones ask for the same. */
  readonly asked: string
  readonly problems: readonly Problem[]
}

/**
 * Reads what was typed. Never fails: what makes no sense is told as a problem with its place, and
 * otherwise left out, so that a half typed query shows what its good half asks for.
 */
export function readQuery(text: string): Query {
  const terms: string[] = []
  const conditions: Condition[] = []
  const problems: Problem[] = []
  const asked: string[] = []

  for (const clause of clausesOf(text, (name) => fieldOf(name) !== null)) {
    const field = clause.field && fieldOf(clause.field.text)
    if (clause.open) problems.push(openQuote(clause))
    if (!field) {
      const phrase = readText(clause)
      const isWord = !clause.negated && !clause.value.text.startsWith('"')
      if (isWord) {
        const problem = likelyField(clause)
        if (problem) problems.push(problem)
        terms.push(...searchTermsOf(phrase))
      } else if (phrase) {
        conditions.push({ field: 'title', negated: clause.negated, wanted: textWanted(phrase) })
        asked.push(text.slice(clause.from, clause.to))
      }
      continue
    }
    const read = readWanted(clause, kindOfField(field))
    if ('problem' in read) problems.push(read.problem)
    else {
      conditions.push({ field, negated: clause.negated, wanted: read.wanted })
      asked.push(text.slice(clause.from, clause.to))
    }
  }
  return { terms, conditions, asked: asked.join(' '), problems }
}

function readText({ value }: Clause): string {
  return fold(value.text.startsWith('"') ? value.text.replaceAll('"', '') : value.text).trim()
}

function textWanted(phrase: string) {
  return { type: 'text', texts: [phrase] } as const
}

function openQuote({ field, value }: Clause): Problem {
  return {
    reason: 'open-quote',
    from: value.from,
    to: value.to,
    text: value.text,
    field: field?.text ?? '',
    suggestion: `${value.text}"`,
  }
}

/** `scor>80` is text for all we know, but it may be meant as a field. */
function likelyField({ value }: Clause): Problem | null {
  const name = /^([\p{L}][\p{L}-]*)(?:[:=<>≥≤])/u.exec(value.text)?.[1]
  if (name === undefined) return null
  const found = nearest(fold(name), fieldSpellings.keys())
  if (found === null) return null
  return {
    reason: 'unknown-field',
    from: value.from,
    to: value.from + name.length,
    text: name,
    field: '',
    suggestion: fieldSpellings.get(found)?.written ?? found,
  }
}
