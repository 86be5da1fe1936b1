/** Names that libraries and browsers send by themselves: they identify nobody. */
const generic =
  /^(axios|node|undici|got|curl|wget|python|java|okhttp|go-http|electron|chrome|mozilla)\b/i

/** A User-Agent in the form asked for: `MyApp/1.0 (contact@example.com)`. */
export function isMeaningful(userAgent: string | undefined): boolean {
  const text = userAgent?.trim() ?? ''
  return /^\S[^/]*\/\S+ \(.+\)/.test(text) && !generic.test(text)
}
