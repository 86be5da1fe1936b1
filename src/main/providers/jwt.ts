/** True for what looks like a JSON Web Token: three parts, the first of which is an object. */
export function isJwt(text: string): boolean {
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)
}

/**
 * When a JSON Web Token ends, in Unix ms; `null` where it does not say. Nobody checks its signature
 * here: the end is shown and reminded of, and the service decides.
 */
export function jwtExpiry(token: string): number | null {
  const payload = isJwt(token) ? token.split('.')[1] : undefined
  if (payload === undefined) return null
  try {
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as unknown
    const exp = (claims as { exp?: unknown } | null)?.exp
    return typeof exp === 'number' && exp > 0 && exp < 1e11 ? Math.floor(exp * 1000) : null
  } catch {
    return null
  }
}
