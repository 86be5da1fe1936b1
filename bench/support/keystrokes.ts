/** What people type: beginnings of names, several words, other scripts, slips that are taken back. */
const words = [
  'so',
  'sora',
  'the',
  'no ',
  'wa',
  'kai',
  'dragon',
  'second season',
  'アニメ',
  'ki',
  'zz',
  'a b',
  'love',
  '2',
  'movie',
]

/** Each state of the field while the words are typed letter by letter and deleted again. */
export function* keystrokes(): Generator<string> {
  for (const word of words) {
    const letters = [...word]
    for (const at of letters.keys()) yield letters.slice(0, at + 1).join('')
    if (letters.length > 2) yield letters.slice(0, -1).join('')
    yield ''
  }
}
