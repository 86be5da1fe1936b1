import type { MenuItemConstructorOptions } from 'electron'
import type { Words } from './words'

/**
 * The menu of macOS, where copying and quitting by keys only work through one. The texts of roles
 * are the system's. Elsewhere `null`: keys work without a menu bar, and the window needs none.
 */
export function menuTemplate(
  platform: string,
  { file, backup, edit, view, window }: Words,
  /** Shows a place of the window (`/queue`). */
  show: (route: string) => void,
): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null
  return [
    { role: 'appMenu' },
    { label: file, submenu: [{ label: backup, click: () => show('/backup') }] },
    {
      label: edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'delete' },
        { role: 'selectAll' },
      ],
    },
    {
      label: view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: window, submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] },
  ]
}
