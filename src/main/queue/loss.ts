/** More than this share of a list gone at once is not believed unasked. */
const believableLoss = 0.2

/** Whether a list that lacks so many of the titles that were known is more likely wrong than right. */
export function isTooMuch(missing: number, known: number): boolean {
  return missing > 1 && missing > known * believableLoss
}
