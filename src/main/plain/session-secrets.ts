import type { Log, SecretStore, Tokens } from '../environment'

/** Tokens in memory only: for headless runs and tests. Everything it is given is hidden from the log. */
export function createSessionSecrets(log: Pick<Log, 'hide'>): SecretStore {
  const kept = new Map<string, Tokens>()

  return {
    protection: () => 'none',
    read: (key) => kept.get(key) ?? null,
    write(key, tokens) {
      hideTokens(log, tokens)
      kept.set(key, tokens)
    },
    remove: (key) => void kept.delete(key),
    sessionOnly: (key) => kept.has(key),
    allowUnprotected: () => {},
    unprotectedAllowed: () => false,
  }
}

/** Tells the log what it must never say. */
export function hideTokens(log: Pick<Log, 'hide'>, tokens: Tokens) {
  log.hide(tokens.accessToken)
  if (tokens.refreshToken !== null) log.hide(tokens.refreshToken)
}
