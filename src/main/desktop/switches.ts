import { type ServiceId, serviceIds } from '../../shared/service'
import type { SettingsPatch } from '../../shared/settings'

/** What a start was asked for on the command line. */
export interface Switches {
  /** Opens the built-in sandbox of this service. */
  readonly tryService: ServiceId | null
  /** Where the window opens, such as `/queue`; `''` where it was. */
  readonly route: string
  /** No window until one is asked for. */
  readonly hidden: boolean
  /** Settings for this run only. */
  readonly overrides: SettingsPatch
}

/** Reads `--try=`, `--theme=`, `--lang=`, `--route=` and `--hidden`; what makes no sense is passed over. */
export function readSwitches(argv: readonly string[]): Switches {
  const valueOf = (name: string) =>
    argv.findLast((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)

  const tryService = valueOf('try')
  const theme = pick(['system', 'light', 'dark', 'contrast'] as const, valueOf('theme'))
  const language = pick(['system', 'en', 'de'] as const, valueOf('lang')?.split(/[-_]/)[0])
  return {
    tryService: pick(serviceIds, tryService),
    route: readRoute(valueOf('route')),
    hidden: argv.includes('--hidden'),
    overrides: { ...(theme && { theme }), ...(language && { language }) },
  }
}

/** A place in the window: a path of plain characters. */
function readRoute(text = '') {
  return /^\/(?!\/)[\w\-/:.]{0,200}(?:\?[\w\-=&.]{0,200})?$/.test(text) ? text : ''
}

function pick<T extends string>(words: readonly T[], word: string | undefined): T | null {
  return words.find((known) => known === word) ?? null
}
