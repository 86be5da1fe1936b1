import type * as Electron from 'electron'
import { loud } from './loud.ts'

/** Of the switches that Electron hands on to Chromium, those that somebody has needed here. */
const HANDED_ON = ['log-net-log']

/** Chromium's switches: those the app was started with, and those it appends before it is ready. */
export function createCommandLine(args: readonly string[]) {
  const appended = new Map<string, string>()
  const given = (name: string) =>
    args.find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`))

  const commandLine = loud<Electron.CommandLine>('app.commandLine', {
    appendSwitch: (name, value = '') => void appended.set(name, value),
    appendArgument() {},
    hasSwitch: (name) => appended.has(name) || given(name) !== undefined,
    getSwitchValue: (name) => appended.get(name) ?? given(name)?.slice(name.length + 3) ?? '',
    removeSwitch: (name) => void appended.delete(name),
  })

  /** What the app appended and was started with, in the form Chromium is started with. */
  const forChromium = () => [
    ...HANDED_ON.flatMap((name) => given(name) ?? []),
    ...[...appended]
      .filter(([name]) => name !== 'user-data-dir')
      .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)),
  ]

  return { commandLine, forChromium }
}
