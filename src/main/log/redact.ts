export const blackened = '[secret]'

/** Shorter texts turn up everywhere by chance. */
const shortestSecret = 6

const mostSecrets = 1_000

/** What looks like a secret although nobody told us that it is one. */
const suspects: readonly [RegExp, string][] = [
  [/\b(bearer|basic)\s+[^\s"',;]+/gi, `$1 ${blackened}`],
  [/([?&#](?:code|state|pin)=)[^\s"'&#]+/gi, `$1${blackened}`],
  [
    /((?:token|secret|verifier|challenge|password|passwd|api_?key|authorization|cookie)["']?\s*[=:]\s*["']?)(?!(?:bearer|basic)\b)[^\s"'&,;}]+/gi,
    `$1${blackened}`,
  ],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, blackened],
  [/(?<![\w-])[\w-]{40,}(?![\w-])/g, blackened],
]

export interface Redactor {
  /** From now on `secret` is blackened, as it is and as it stands in an address. */
  hide(secret: string): void
  clean(text: string): string
}

/** Blackens known secrets, what looks like one, and the name in the path of the home folder. */
export function createRedactor(homeDir: string | null): Redactor {
  const secrets = new Set<string>()

  return {
    hide(secret) {
      if (secret.length < shortestSecret) return
      for (const spelling of [secret, encodeURIComponent(secret), base64Of(secret)]) {
        secrets.delete(spelling)
        secrets.add(spelling)
      }
      for (const oldest of secrets) if (secrets.size > mostSecrets) secrets.delete(oldest)
    },

    clean(text) {
      let rest = text
      // The longest first: one secret may begin with another.
      for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
        rest = rest.replaceAll(secret, blackened)
      }
      for (const [pattern, instead] of suspects) rest = rest.replace(pattern, instead)
      return homeDir === null || homeDir.length < 3 ? rest : rest.replaceAll(homeDir, '~')
    },
  }
}

/** As it stands in a header of basic authorization. */
function base64Of(secret: string) {
  return Buffer.from(secret).toString('base64')
}
