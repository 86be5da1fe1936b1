import type * as Electron from 'electron'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'
import type { SessionHooks } from './session.ts'
import type { Page } from './window/page.ts'

type Permission = Parameters<NonNullable<SessionHooks['permissionRequest']>>[1]

/** Chromium's name for each permission, and Electron's. */
const PERMISSIONS: readonly (readonly [Protocol.Browser.PermissionDescriptor, Permission])[] = [
  [{ name: 'notifications' }, 'notifications'],
  [{ name: 'geolocation' }, 'geolocation'],
  [{ name: 'camera' }, 'media'],
  [{ name: 'microphone' }, 'media'],
  [{ name: 'clipboard-read' }, 'clipboard-read'],
  [{ name: 'midi' }, 'midi'],
]

/**
 * A headless Chromium has nobody to ask, so the app's handler is asked beforehand, once for each
 * permission, and its answers are what the page finds. Without a handler Electron grants all.
 */
export function createPermissions(hooks: SessionHooks) {
  return async function settle(contents: Electron.WebContents, page: Page) {
    await Promise.all(
      PERMISSIONS.map(async ([permission, name]) => {
        const granted = await ask(contents, name)
        const setting = granted ? 'granted' : 'denied'
        await page.send('Browser.setPermission', { permission, setting })
      }),
    )
  }

  function ask(contents: Electron.WebContents, name: Permission): Promise<boolean> {
    const { permissionRequest } = hooks
    if (!permissionRequest) return Promise.resolve(true)
    const details = { requestingUrl: contents.getURL(), isMainFrame: true }
    // Each kind of permission has details of its own; the stand-in knows what all have.
    return new Promise((resolve) => permissionRequest(contents, name, resolve, details))
  }
}
