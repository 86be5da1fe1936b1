import { AppError } from '../../shared/failure'

/** A text that somebody wrote; an empty one is `invalid-input`, before a request is spent. */
export function written(text: string): string {
  if (text.trim() !== '') return text
  throw new AppError({ code: 'invalid-input', reason: 'text-empty', detail: 'There is no text.' })
}
