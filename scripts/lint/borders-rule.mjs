import { posix, relative, sep } from 'node:path'
import { areaOf, guardedPackages, mayUse } from './areas.mjs'

/** Reports imports that cross a border of areas.mjs, static, dynamic or of types alike. */
export const bordersRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upward: '{{from}} may not know {{to}}: arrows only point down (docs/architecture.md).',
      guarded: '{{from}} may not import {{name}} (scripts/lint/areas.mjs).',
      plain: '{{from}} imports nothing from outside itself: it must run anywhere.',
      homeless: 'This folder has no floor yet: give it one in scripts/lint/areas.mjs.',
    },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    if (!file.startsWith('src/')) return {}
    const from = areaOf(file)
    if (!from) return { Program: (node) => context.report({ node, messageId: 'homeless' }) }

    function check(node) {
      if (typeof node?.value !== 'string') return
      const problem = problemOf(file, from, node.value)
      if (problem) context.report({ node, ...problem })
    }
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
    }
  },
}

function problemOf(file, from, source) {
  if (source.startsWith('.')) {
    const to = areaOf(withExtension(posix.join(posix.dirname(file), source)))
    if (!to || mayUse(from, to)) return null
    return { messageId: 'upward', data: { from: from.name, to: to.name } }
  }
  if (from.plain) return { messageId: 'plain', data: { from: from.name } }
  const [name] = Object.entries(guardedPackages).find(([, match]) => match.test(source)) ?? []
  if (name === undefined || from.packages.includes(name)) return null
  return { messageId: 'guarded', data: { from: from.name, name } }
}

/** Imports leave `.ts` out; the areas are written with it. */
function withExtension(path) {
  return /\.[a-z]+$/.test(path) ? path : `${path}.ts`
}
