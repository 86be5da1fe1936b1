import type * as Electron from 'electron'
import { loudClass, loudEmitter } from '../loud.ts'
import type { StandIn } from './recorded.ts'

type Template = Electron.MenuItemConstructorOptions

const DEFAULTS: Partial<Electron.MenuItem> = {
  id: '',
  sublabel: '',
  toolTip: '',
  enabled: true,
  visible: true,
  checked: false,
  registerAccelerator: true,
  accelerator: null,
}

interface Dependencies {
  readonly standIn: StandIn
  readonly app: Electron.App
  readonly focusedWindow: () => Electron.BrowserWindow | null
}

/** Menus that nobody sees: their items can be read, and clicked by `item.click()`. */
export function createMenus({ standIn, app, focusedWindow }: Dependencies) {
  let applicationMenu: Electron.Menu | null = null
  let lastCommand = 0

  function createItem(options: Template): Electron.MenuItem {
    const { submenu, click } = options
    const menu =
      submenu === undefined ? undefined : Array.isArray(submenu) ? build(submenu) : submenu
    lastCommand += 1
    const { role, submenu: _submenu, click: _click, ...given } = options
    const item: Partial<Electron.MenuItem> = {
      ...DEFAULTS,
      ...(given as Partial<Electron.MenuItem>), // Options and item share names and meanings.
      label: options.label ?? role ?? '',
      type: options.type ?? (menu ? 'submenu' : 'normal'),
      commandId: lastCommand,
      click(event?: Electron.KeyboardEvent) {
        if (item.type === 'checkbox') item.checked = !item.checked
        if (item.type === 'radio') item.checked = true
        const window = focusedWindow() ?? undefined
        if (click) click(made, window, event ?? {})
        else performRole(role, window)
      },
      ...(role ? { role: role as NonNullable<Electron.MenuItem['role']> } : {}),
      ...(menu ? { submenu: menu } : {}),
    }
    const made = item as Electron.MenuItem // All that a menu item has, as the list above shows.
    return made
  }

  function performRole(role: Template['role'], window: Electron.BrowserWindow | undefined) {
    if (role === 'quit') app.quit()
    else if (role === 'close') window?.close()
    else if (role === 'minimize') window?.minimize()
    else if (role === 'reload') window?.reload()
    else if (role === 'togglefullscreen') window?.setFullScreen(!window.isFullScreen())
    else if (role !== undefined) throw new Error(`stand-in: menu role ${role} is not implemented`)
  }

  function createMenu(): Electron.Menu {
    const items: Electron.MenuItem[] = []
    function find(id: string): Electron.MenuItem | null {
      for (const item of items) {
        const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
        if (found) return found
      }
      return null
    }
    const events = ['menu-will-show', 'menu-will-close']
    const menu: Electron.Menu = loudEmitter<Electron.Menu>('Menu', events, {
      items,
      append: (item) => void items.push(item),
      insert: (at, item) => void items.splice(at, 0, item),
      getMenuItemById: find,
      popup() {
        standIn.popups.push(menu)
        menu.emit('menu-will-show')
      },
      closePopup: () => void menu.emit('menu-will-close'),
    })
    return menu
  }

  function build(template: readonly (Template | Electron.MenuItem)[]): Electron.Menu {
    const menu = new Menu()
    for (const entry of template)
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry))
    return menu
  }

  const MenuItem = loudClass<typeof Electron.MenuItem>('MenuItem', createItem, {})
  const Menu = loudClass<typeof Electron.Menu>('Menu', createMenu, {
    buildFromTemplate: build,
    getApplicationMenu: () => applicationMenu,
    setApplicationMenu(menu) {
      applicationMenu = menu
      app.applicationMenu = menu
    },
  })

  return { Menu, MenuItem }
}
