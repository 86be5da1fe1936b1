import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/** app.getPath and app.setPath, with the folders of a Linux desktop. */
export function createPaths(appName: () => string, userDataSwitch: () => string) {
  const set = new Map<string, string>()

  function preset(name: string): string | undefined {
    const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
    switch (name) {
      case 'home':
        return homedir()
      case 'appData':
        return config
      case 'userData':
        return userDataSwitch() || join(get('appData'), appName())
      case 'sessionData':
        return get('userData')
      case 'logs':
        return join(get('userData'), 'logs')
      case 'crashDumps':
        return join(get('userData'), 'Crashpad')
      case 'temp':
        return tmpdir()
      case 'exe':
      case 'module':
        return process.argv[0]
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(homedir(), name.charAt(0).toUpperCase() + name.slice(1))
    }
    return undefined
  }

  function get(name: string): string {
    const path = set.get(name) ?? preset(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    if (name === 'userData') mkdirSync(path, { recursive: true })
    return path
  }

  return { get, set: (name: string, path: string) => void set.set(name, path) }
}
