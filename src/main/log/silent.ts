import type { Log } from '../environment'

/** A log that writes nothing down. */
export function createSilentLog(): Log {
  return { info() {}, warn() {}, error() {}, hide() {}, clean: (text) => text }
}
