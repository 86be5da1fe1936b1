import type { MetaTable } from '../../db/meta'

const name = 'backup-folder'

/**
 * Where the user wants automatic backups. It is no setting: the window can write settings, and no
 * page may say where main writes files.
 */
export function createChosenFolder(meta: MetaTable) {
  return {
    read: (): string | null => meta.read(name),
    write(folder: string | null) {
      if (folder === null) meta.remove(name)
      else meta.write(name, folder)
    },
  }
}
