import type { AccountOptions } from '../../../../src/shared/account'
import { emptyFields, type EntryFields, type EntryPatch } from '../../../../src/shared/entry'
import { AppError, type Failure } from '../../../../src/shared/failure'
import type { TitleKey } from '../../../../src/shared/media'
import type { HttpAnswer } from '../../../../src/main/http/transport'
import type { EntryWrite, ListOwner } from '../../../../src/main/providers/provider'

/** Noon of the day on which these tests take place. */
export const wallMs = Date.parse('2026-11-23T12:00:00Z')
export const clock = { wall: () => wallMs }

export const options: AccountOptions = {
  scoreFormat: 'point-100',
  scoreTable: 'anilist',
  titleLanguage: 'romaji',
  adult: false,
  customLists: { anime: ['Fall', 'Summer'], manga: [] },
  advancedScores: { anime: ['Story', 'Visuals'], manga: [] },
}

export function ownerWith(more: Partial<AccountOptions> = {}): ListOwner {
  return { userId: 7, userName: 'Kei', options: { ...options, ...more } }
}

export const owner = ownerWith()

/** An answer; what is no text is sent as JSON. */
export function answerOf(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) }
}

export const webPage = '<!DOCTYPE html><html><title>Sorry</title></html>'

/** A write of an entry that the service has already. */
export function writeOf(
  title: TitleKey,
  patch: EntryPatch,
  more: Partial<Omit<EntryWrite, 'full'>> & { readonly full?: Partial<EntryFields> } = {},
): EntryWrite {
  return {
    title,
    entryId: 100,
    exists: true,
    patch,
    ...more,
    full: { ...emptyFields, ...more.full, ...patch },
  }
}

/** The failure with which something ends. Fails the test when it ends well, or with another error. */
export function failureFrom(run: () => unknown): Failure {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error.failure
    throw error
  }
  throw new Error('It did not fail.')
}
