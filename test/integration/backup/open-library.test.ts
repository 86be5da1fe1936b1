import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openForReading } from '../../../src/main/db/database'
import { openLibrary } from '../../../src/main/services/backup/open-library'
import { repositoryRoot } from '../../support/repository'
import { startSignedIn } from '../../support/signed-in'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

test.each(['anilist', 'anilist-v1'] as const)(
  '%s: a title asked for by its key is the one that all titles have',
  async (service) => {
    const { profile, account } = await startSignedIn(service)
    const file = join(profile.dir, 'library.db')
    const db = openForReading(file)
    const realm = Number(db.sql.prepare('SELECT realm FROM accounts').get()?.['realm'])
    db.close()
    const library = openLibrary({
      file,
      accounts: [{ ...account, realm }],
      history: false,
      bundled: join(repositoryRoot, 'resources/titles.json.gz'),
    })
    cleanups.push(library.close, profile.remove)

    const all = [...library.titles()]
    const first = new Map(all.toReversed().map((title) => [title.key, title]))

    expect(all.length).toBeGreaterThan(20)
    for (const [key, title] of [...first].slice(0, 2_000))
      expect(library.title?.(key)).toEqual(title)
    expect(library.title?.('anime:999999999')).toBeNull()
  },
)
