import { areas, guardedPackages } from './scripts/lint/areas.mjs'

const filesOf = ({ files }) => files.source

/** What stands before an area in the list has already taken its files. */
const from = (area) => ({
  path: filesOf(area),
  pathNot: areas.slice(0, areas.indexOf(area)).map(filesOf),
})

const floors = areas
  .filter(({ uses }) => uses !== 'all')
  .map((area) => {
    const allowed = areas.filter((other) => area === other || area.uses.includes(other.name))
    return {
      name: `floor-${area.name.replace('/', '-')}`,
      comment: `${area.name} may use ${area.uses.join(', ') || 'nothing but itself'}.`,
      severity: 'error',
      from: from(area),
      to: { path: '^src/', pathNot: allowed.map(filesOf) },
    }
  })

const guarded = Object.keys(guardedPackages)
  .filter((name) => !name.endsWith(':'))
  .map((name) => ({
    name: `only-some-use-${name}`,
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: areas.filter(({ packages }) => packages.includes(name)).map(filesOf),
    },
    to: { path: `(^|/)node_modules/${name}/` },
  }))

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-test-in-source',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'headless-without-electron',
      comment: 'The core must run in plain Node, whatever it is reached through.',
      severity: 'error',
      from: { path: '^src/main/headless\\.ts$' },
      to: { path: '(^|/)node_modules/(electron|electron-store)/', reachable: true },
    },
    ...floors,
    ...guarded,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    builtInModules: { add: ['electron', 'node:sqlite', 'node:sea', 'node:test'] },
  },
}
