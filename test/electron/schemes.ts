import type * as Electron from 'electron'

/**
 * The custom schemes an app registered, and their way around a limit: Chromium refuses to open a
 * document of a scheme it was not built with. Documents of `app://bundle/` therefore live on
 * `https://bundle.app.invalid/`, and each URL the app gets to see is turned back.
 */
export function createSchemes() {
  const privileges = new Map<string, Electron.Privileges>()
  const isStandard = (scheme: string) => privileges.get(scheme.toLowerCase())?.standard === true

  /** As Chromium has to see it. */
  function toChromium(url: string): string {
    return url.replace(/^([a-z][\w.+-]*):\/\/([^/?#]*)/i, (all, scheme: string, host: string) =>
      isStandard(scheme) ? `https://${host || 'root'}.${scheme}.invalid` : all,
    )
  }

  /** As the app wrote it. */
  function fromChromium(url: string): string {
    const pattern = /^https:\/\/([^/?#]+)\.([\w+-]+)\.invalid(?=[/?#]|$)/i
    return url.replace(pattern, (all, host: string, scheme: string) =>
      privileges.has(scheme) ? `${scheme}://${host === 'root' ? '' : host}` : all,
    )
  }

  /** A content security policy, where a standard scheme must also name its place in Chromium. */
  function policyToChromium(policy: string): string {
    return policy.replace(
      /(?<=\s)([a-z][\w+-]*):(\/\/[^\s;]*)?(?=[\s;]|$)/g,
      (all, scheme: string) => (isStandard(scheme) ? `${all} https://*.${scheme}.invalid` : all),
    )
  }

  return {
    register(list: readonly Electron.CustomScheme[]) {
      for (const { scheme, privileges: given } of list) privileges.set(scheme, given ?? {})
    },
    toChromium,
    fromChromium,
    policyToChromium,
  }
}

export type Schemes = ReturnType<typeof createSchemes>
