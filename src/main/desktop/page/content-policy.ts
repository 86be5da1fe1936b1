/**
 * What the page may load: its own files, pictures from main, and style tags that carry the nonce
 * of this load. No inline script, no eval, no network.
 */
export function contentPolicy(nonce: string): string {
  return Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' cover: data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}

/** The place in index.html that is given the nonce of each load; the page reads it from there. */
export const noncePlace = '__CSP_NONCE__'
