import { AppError } from '../../shared/failure'

/** How long a text may be, in characters. */
export interface TextLimits {
  readonly least: number
  readonly most: number
}

const anyText: TextLimits = { least: 1, most: Infinity }

/** A text that somebody wrote; one that would be refused is `invalid-input`, before a request is spent. */
export function written(text: string, { least, most }: TextLimits = anyText): string {
  const length = [...text.trim()].length
  if (length === 0) throw refused('text-empty', 'There is no text.')
  if (length < least) throw refused('text-short', `At least ${least} characters are needed.`)
  if (length > most) throw refused('text-long', `At most ${most} characters are taken.`)
  return text
}

function refused(reason: string, detail: string) {
  return new AppError({ code: 'invalid-input', reason, detail })
}
