import type { BackupFile, BackupRow } from './model'

/** Several files that came in one zip, as one: rows are numbered through, owners kept apart. */
export function mergeFiles(files: readonly BackupFile[]): BackupFile | null {
  const [first, ...others] = files
  if (first === undefined || others.length === 0) return first ?? null
  const rows: BackupRow[] = []
  const owners = files.flatMap((file) => file.owners)
  let ownersBefore = 0
  for (const file of files) {
    const offset = rows.length
    for (const row of file.rows) {
      rows.push({ ...row, number: offset + row.number, owner: ownersBefore + row.owner })
    }
    ownersBefore += file.owners.length
  }
  return {
    ...first,
    kinds: (['anime', 'manga'] as const).filter((kind) => rows.some((row) => row.kind === kind)),
    owners,
    rows,
    scoreStep: Math.max(...files.map((file) => file.scoreStep)),
    warnings: files.flatMap((file) => file.warnings),
  }
}
