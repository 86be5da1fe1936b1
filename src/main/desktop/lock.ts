import type { Session, WebContents } from 'electron'

type LockedSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

/** Camera, place, notifications, devices: the page gets none of them, and is not asked about. */
export function denyPermissions(session: LockedSession) {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

interface Navigation {
  readonly url: string
  readonly preventDefault: () => void
}

interface Options {
  /** The one document that a window may show. */
  readonly isOwnPage: (url: string) => boolean
  /** Told of what was refused. */
  readonly onRefused: (what: string, url: string) => void
}

/** The page stays where it is: no other document, no frame, no window, no webview. */
export function lockNavigation(contents: WebContents, { isOwnPage, onRefused }: Options) {
  const stay = (what: string) => (event: Navigation) => {
    if (isOwnPage(event.url)) return
    event.preventDefault()
    onRefused(what, event.url)
  }

  contents.on('will-navigate', stay('navigation'))
  contents.on('will-frame-navigate', stay('navigation of a frame'))
  contents.on('will-redirect', stay('redirect'))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    onRefused('window', url)
    return { action: 'deny' }
  })
}
