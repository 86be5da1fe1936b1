/**
 * Which letters a folded text has, a bit each: a to z one of their own, digits share one, all other
 * signs three. A text can only hold another whose bits it has; to look at a number first spares the
 * way to most texts. Thirty bits, so that it is kept as a plain small number.
 */
export function lettersIn(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at += 1) bits |= 1 << bitOf(text.charCodeAt(at))
  return bits
}

/** Whether the bit of a text says all about it. */
export const isOneLetter = (text: string): boolean => /^[a-z]$/.test(text)

function bitOf(code: number) {
  if (code >= 97 && code <= 122) return code - 97
  return code >= 48 && code <= 57 ? 26 : 27 + (code % 3)
}
