export interface StartOptions {
  /** The file a picture of the window goes to; the app ends when it is written. */
  readonly screenshot?: string
  /** Of the window's content, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number }
  /** Forget that Electron's binary could not be fetched. */
  readonly retryElectron: boolean
  /** The folder of the app's data, if it is not the usual one. */
  readonly profile?: string
  /** Whether the app is told to open a sandbox. */
  readonly tries: boolean
  /** Whether it is told to show something else than the library. */
  readonly goesElsewhere: boolean
  /** What goes to the app as it is, except the profile. */
  readonly app: readonly string[]
}

/** Those of the app that have a value, which may be written behind a space. */
const WITH_VALUE = ['user-data-dir', 'try', 'theme', 'lang', 'route']
const OURS = ['screenshot', 'size']

/** Reads the command line of `npm start`; throws words for the user if it makes no sense. */
export function readOptions(argv: readonly string[]): StartOptions {
  const values = new Map<string, string>()
  const app: string[] = []
  let retryElectron = false
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    const [name = '', inline] = splitSwitch(argument)
    if (argument === '--retry-electron') retryElectron = true
    else if (OURS.includes(name) || WITH_VALUE.includes(name)) {
      const value = inline ?? argv[++at]
      if (value === undefined) throw new Error(`--${name} needs a value`)
      values.set(name, value)
    } else app.push(argument)
  }
  for (const name of WITH_VALUE) {
    const value = values.get(name)
    if (value !== undefined && name !== 'user-data-dir') app.push(`--${name}=${value}`)
  }
  const screenshot = values.get('screenshot')
  const profile = values.get('user-data-dir')
  const size = values.get('size')
  return {
    ...(screenshot === undefined ? {} : { screenshot }),
    ...(profile === undefined ? {} : { profile }),
    ...(size === undefined ? {} : { size: readSize(size) }),
    tries: values.has('try'),
    goesElsewhere: values.has('route'),
    retryElectron,
    app,
  }
}

function splitSwitch(argument: string): readonly (string | undefined)[] {
  const found = /^--([\w-]+)(?:=(.*))?$/s.exec(argument)
  return found?.slice(1) ?? []
}

function readSize(text: string) {
  const found = /^(\d{2,5})x(\d{2,5})$/.exec(text)
  if (!found) throw new Error(`--size is ${text}, not something like 1280x800`)
  return { width: Number(found[1]), height: Number(found[2]) }
}
