/** `18:05` of minutes after midnight. */
export function clockText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Minutes after midnight of `18:05`, `18.05`, `8` or `0805`; `null` for what is no time of day. */
export function readClock(text: string): number | null {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text.trim())
  if (!found) return null
  const hours = Number(found[1])
  const minutes = Number(found[2] ?? 0)
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}
