import type * as Electron from 'electron'
import { loud } from '../loud.ts'
import type { StandIn } from './recorded.ts'

/** Dialogs are recorded and answered from a list; without an answer they count as cancelled. */
export function createDialog({ dialogs, answers }: StandIn) {
  /** All forms may have a parent window before the options. */
  const optionsOf = <O>(given: readonly unknown[]): O => given[given.length > 1 ? 1 : 0] as O

  function message(...given: unknown[]): Electron.MessageBoxReturnValue {
    const asked = optionsOf<Electron.MessageBoxOptions>(given)
    const buttons = asked.buttons ?? []
    dialogs.push({ kind: 'message', title: asked.title ?? '', message: asked.message, buttons })
    const cancel = asked.cancelId ?? 0
    return { response: cancel, checkboxChecked: false, ...answers.message.shift() }
  }

  function open(...given: unknown[]): Electron.OpenDialogReturnValue {
    const asked = optionsOf<Electron.OpenDialogOptions>(given)
    dialogs.push({
      kind: 'open',
      title: asked.title ?? '',
      message: asked.message ?? '',
      buttons: [],
    })
    return answers.open.shift() ?? { canceled: true, filePaths: [] }
  }

  function save(...given: unknown[]): Electron.SaveDialogReturnValue {
    const asked = optionsOf<Electron.SaveDialogOptions>(given)
    dialogs.push({
      kind: 'save',
      title: asked.title ?? '',
      message: asked.message ?? '',
      buttons: [],
    })
    return answers.save.shift() ?? { canceled: true, filePath: '' }
  }

  return loud<Electron.Dialog>('dialog', {
    showMessageBox: (...given: unknown[]) => Promise.resolve(message(...given)),
    showMessageBoxSync: (...given: unknown[]) => message(...given).response,
    showOpenDialog: (...given: unknown[]) => Promise.resolve(open(...given)),
    showSaveDialog: (...given: unknown[]) => Promise.resolve(save(...given)),
    showErrorBox(title, content) {
      dialogs.push({ kind: 'error', title, message: content, buttons: [] })
      console.error(`${title}\n${content}`)
    },
  })
}
