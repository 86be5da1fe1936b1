import type { Account } from '../../../shared/account'
import type { BackupFile } from '../model'
import { siteOfService } from '../sites'

export interface OwnerWarning {
  /** How the file calls its owner; the number where it has no name. */
  readonly file: string
  readonly account: string
  /** Both are users of the same site, so they are two people; else the name alone differs. */
  readonly certain: boolean
}

/** One warning for each list in the file that seems to belong to somebody else: then it is asked. */
export function ownerWarnings(
  file: Pick<BackupFile, 'owners'>,
  account: Pick<Account, 'service' | 'userId' | 'userName' | 'sandbox'>,
): OwnerWarning[] {
  return file.owners.flatMap((owner): OwnerWarning[] => {
    const sameSite =
      owner.site === siteOfService(account.service) && owner.sandbox === account.sandbox
    const name = owner.name ?? (owner.userId === null ? null : String(owner.userId))
    if (name === null) return []
    if (sameSite && owner.userId !== null) {
      if (owner.userId === account.userId) return []
      return [{ file: name, account: account.userName, certain: true }]
    }
    if (owner.name === null || same(owner.name, account.userName)) return []
    return [{ file: owner.name, account: account.userName, certain: sameSite }]
  })
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
