import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody can guess, as text for addresses: 43 characters. */
export function secretText(): string {
  return randomBytes(32).toString('base64url')
}

/** The challenge of PKCE's method S256 for a verifier. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}
