/** Borders with one gate each: what is forbidden everywhere in src/ but in the files of `gate`. */
const gates = [
  {
    gate: 'src/main/ipc/serve.ts',
    selector: 'ImportSpecifier[imported.name="ipcMain"], MemberExpression[property.name="ipcMain"]',
    message: 'Only src/main/ipc/serve.ts uses ipcMain.',
  },
  {
    gate: 'src/preload/**',
    selector:
      'ImportSpecifier[imported.name="ipcRenderer"], MemberExpression[property.name="ipcRenderer"]',
    message: 'Only the preload uses ipcRenderer.',
  },
  {
    gate: 'src/renderer/src/api.ts',
    selector:
      'MemberExpression[object.name=/^(window|globalThis|self)$/][property.name="bridge"], VariableDeclarator[init.name=/^(window|globalThis|self)$/] Property[key.name="bridge"]',
    message: 'Only src/renderer/src/api.ts uses window.bridge.',
  },
  {
    gate: 'src/main/http/**',
    selector:
      'CallExpression[callee.name="fetch"], MemberExpression[object.name=/^(window|globalThis|self)$/][property.name="fetch"], NewExpression[callee.name=/^(XMLHttpRequest|WebSocket|EventSource)$/]',
    message: 'Only src/main/http/ talks to the network.',
  },
]

const everywhere = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  {
    selector: 'ClassDeclaration[superClass]:not([superClass.name="Error"])',
    message: 'No inheritance between our own classes: write createX(dependencies).',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
]

const restrict = (list) => ({
  'no-restricted-syntax': [
    'error',
    ...list.map(({ selector, message }) => ({ selector, message })),
  ],
})

/** The blocks of the lint configuration for all of `files`; each gate file gets all rules but its own. */
export function gateRules(files) {
  return [
    { files, rules: restrict([...everywhere, ...gates]) },
    ...gates.map(({ gate }) => ({
      files: [gate],
      rules: restrict([...everywhere, ...gates.filter((other) => other.gate !== gate)]),
    })),
  ]
}
