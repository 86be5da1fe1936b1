import { AppError } from '../../shared/failure'
import type { Desktop } from '../environment'

/** A desktop without a screen: whatever would need a person is refused. */
export function createNoDesktop(): Desktop {
  return {
    platform: process.platform,
    runtime: { electron: '', chrome: '', node: process.versions.node },
    systemLanguage: Intl.DateTimeFormat().resolvedOptions().locale,
    openExternal: () => Promise.reject(nobodyHere('a browser')),
    confirmOpen: () => Promise.resolve(false),
    readClipboard: () => Promise.resolve(''),
    clearClipboard: () => {},
    chooseSavePath: () => Promise.resolve(null),
    chooseFolder: () => Promise.resolve(null),
  }
}

function nobodyHere(what: string) {
  return new AppError({
    code: 'invalid-input',
    reason: 'no-desktop',
    detail: `there is no ${what}`,
  })
}
