import type { TitleLanguage } from './account'
import { idOf, type TitleKey, type Titles } from './media'
import type { TitleChoice } from './title-choice'

/** What names a title: enough to show it, sort it and find it. */
export interface Titled {
  readonly key: TitleKey
  readonly titles: Titles
}

const fallbacks: Readonly<Record<TitleLanguage, readonly TitleLanguage[]>> = {
  romaji: ['romaji', 'english', 'native'],
  english: ['english', 'romaji', 'native'],
  native: ['native', 'romaji', 'english'],
}

/** The title in the wanted language, else in the next best one; `null` when there is none at all. */
export function titleIn(titles: Titles, language: TitleLanguage): string | null {
  for (const candidate of fallbacks[language]) {
    const title = titles[candidate]
    if (title) return title
  }
  return null
}

/** The title to show. One of which nothing is known is called by its number: `#123`. */
export function titleOf(media: Titled, choice: TitleLanguage | TitleChoice): string {
  const language = typeof choice === 'string' ? choice : (choice.own[media.key] ?? choice.language)
  return titleIn(media.titles, language) ?? `#${idOf(media.key)}`
}

/** Letters that no Unicode rule takes apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
}
const letter = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
const ascii = /^[\0-\x7f]*$/

/**
 * Text as search and sorting see it: lower case, no accents, full width as half width, katakana
 * as hiragana. The marks that tell か from が stay.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (ascii.test(text)) return lower
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(letter, (found) => letters[found] ?? found)
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}

/**
 * What a title is sorted by, compared by plain code units: folded, without the signs before its
 * first letter, numbers padded so that 2 comes before 10.
 */
export function titleSortKey(title: string): string {
  const folded = fold(title)
  const bare = folded.replace(/^[^\p{L}\p{N}]+/u, '') || folded
  return bare.replace(/\d{1,7}/g, (digits) => digits.padStart(7, '0'))
}

/** All names of a title, folded, one a line: a term that is a part of it finds the title. */
export function searchTextOf(media: Titled & { readonly synonyms: readonly string[] }): string {
  const { romaji, english, native } = media.titles
  return fold([romaji, english, native, ...media.synonyms].filter(Boolean).join('\n'))
}

/** The terms of what was typed, folded; each must be found. None at all finds everything. */
export function searchTermsOf(typed: string): readonly string[] {
  return fold(typed).split(/\s+/).filter(Boolean)
}
