import { benignTitle, exactTitle, foldTitle, likeness, looseTitle } from './fold'

/** The names of one title in the forms in which they are compared, each made when first needed. */
export interface Names {
  readonly exact: ReadonlySet<string>
  readonly benign: ReadonlySet<string>
  readonly folded: ReadonlySet<string>
  readonly loose: ReadonlySet<string>
}

/** More names than this of one title are not compared. */
const mostNames = 12

export function createNames(texts: readonly string[]): Names {
  const form = (change: (text: string) => string) => {
    let made: ReadonlySet<string> | null = null
    return () => (made ??= new Set(texts.slice(0, mostNames).map((text) => change(text))))
  }
  const forms = {
    exact: form(exactTitle),
    benign: form(benignTitle),
    folded: form(foldTitle),
    loose: form(looseTitle),
  }
  return {
    get exact() {
      return forms.exact()
    },
    get benign() {
      return forms.benign()
    },
    get folded() {
      return forms.folded()
    },
    get loose() {
      return forms.loose()
    },
  }
}

export function shareOne(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const name of a) if (b.has(name)) return true
  return false
}

/** The best likeness of any two names, 0–1. */
export function bestLikeness(ours: Names, theirs: Names): number {
  if (shareOne(ours.folded, theirs.folded)) return 1
  let best = 0
  for (const own of ours.folded) {
    for (const other of theirs.folded) {
      // Titles of very different lengths cannot be much alike, and most pairs are two languages.
      const most = (2 * Math.min(own.length, other.length)) / (own.length + other.length)
      if (most > best) best = Math.max(best, likeness(own, other))
    }
  }
  return best
}
