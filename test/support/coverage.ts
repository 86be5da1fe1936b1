import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { serviceIds, type ServiceId } from '../../src/shared/service'
import type { Row } from '../integration/providers/rows/row'
import { uses } from './coverage-uses'
import { createViews } from './coverage-views'
import { repositoryRoot } from './repository'

/** One line of the table. */
export interface Line {
  readonly service: ServiceId
  readonly call: string
  readonly client: string
  readonly route: string
  /** The file of rows, and the sentence that the test is called. */
  readonly file: string
  readonly proves: string
  /** Who needs it: views by their names, and what the app does by itself. */
  readonly usedBy: string
}

/** Every call once for each member that makes it and each route it may take, with the first test of it. */
export function linesOf(rows: readonly Row[]): readonly Line[] {
  const lines = new Map<string, Omit<Line, 'usedBy'>>()
  for (const { service, file, proves, asks } of rows) {
    for (const { call, client, route } of asks) {
      const key = [service, call, client, route].join('\n')
      if (!lines.has(key)) lines.set(key, { service, call, client, route, file, proves })
    }
  }
  const all = [...lines.values()]
  return all.map((line) => ({ ...line, usedBy: users(clientsOf(line, all)).join(', ') }))
}

/** A call may be made by several members: one in its plain form, one in a rarer form of it. */
function clientsOf(
  { service, call, client }: Omit<Line, 'usedBy'>,
  all: readonly Omit<Line, 'usedBy'>[],
) {
  if (uses[client]) return [client]
  return all
    .filter((line) => line.service === service && line.call === call)
    .map((line) => line.client)
}

const views = createViews()

function users(clients: readonly string[]): readonly string[] {
  const found = clients.flatMap((client) => {
    const { calls = [], posts = [], own = [] } = uses[client] ?? {}
    return [
      ...calls.flatMap(views.ofCall),
      ...posts.flatMap(views.ofPost),
      ...own.map(([by]) => by),
    ]
  })
  return [...new Set(found)]
}

const heads: Readonly<Record<ServiceId, { readonly title: string; readonly words: string }>> = {
  anilist: {
    title: 'AniList',
    words: 'Operations of GraphQL, each one document in `src/main/providers/anilist/documents/`.',
  },
  'anilist-v1': {
    title: 'AniList v1',
    words: 'Every call of the document of September 2017, spelt as there.',
  },
  anisearch: {
    title: 'aniSearch',
    words: 'Every call of the Ratings API, the profile, and of the open database what is used.',
  },
}

const introduction = `# Coverage

Every call of the services, the function that makes it (a member of the provider, in
\`src/main/providers/\`), where it arrives in the sandbox, and the test that proves all three over real
HTTP: its file in \`test/integration/providers/rows/\` and its name. _Used by_ names the views of the
window that lead to it, read from their sources, and what the app does by itself. Written by
\`npm run coverage\`.
`

/** The text of docs/coverage.md. */
export async function coveragePage(rows: readonly Row[]): Promise<string> {
  const lines = linesOf(rows)
  const sections = serviceIds.map((service) => {
    const own = lines.filter((line) => line.service === service)
    return [
      `## ${heads[service].title}\n`,
      `${heads[service].words}\n`,
      '| Call | Client | Used by | Sandbox | Test |',
      '| --- | --- | --- | --- | --- |',
      ...own.map(
        ({ call, client, usedBy, route, file, proves }) =>
          `| ${code(call)} | ${code(client)} | ${usedBy} | ${code(route)} | [${file}](../test/integration/providers/rows/${file}.ts): ${proves} |`,
      ),
      '',
    ].join('\n')
  })
  const options = await resolveConfig(join(repositoryRoot, 'docs/coverage.md'))
  return format([introduction, ...sections].join('\n'), { ...options, parser: 'markdown' })
}

/** A bar inside of code would end the cell. */
function code(text: string) {
  return `\`${text.replaceAll('|', '\\|')}\``
}
