const japanMs = 9 * 3600 * 1000

/** `2017-01-20T13:06:28+09:00` for Unix seconds. */
export function isoJapan(seconds: number): string {
  return `${new Date(seconds * 1000 + japanMs).toISOString().slice(0, 19)}+09:00`
}

/** `2014-10-20 09:31:57`, Japanese time without saying so, for Unix seconds. */
export function plainJapan(seconds: number): string {
  return new Date(seconds * 1000 + japanMs).toISOString().slice(0, 19).replace('T', ' ')
}
