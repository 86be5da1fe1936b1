/**
 * Who may know whom (docs/architecture.md, "Floors"): read by our lint rule and by dependency-cruiser,
 * so that it stands once. A file belongs to the first area whose `files` it matches. An area may always
 * use itself; `uses` names the others, `packages` the guarded packages it may import.
 */
const words = 'main/words'
const ground = ['shared', words]
const core = [...ground, 'main/log', 'main/http', 'main/db', 'main/backup', 'main/providers']

export const areas = [
  { name: 'shared', files: /^src\/shared\//, uses: [], packages: [], plain: true },
  { name: 'sandbox', files: /^src\/sandbox\//, uses: ['shared'], packages: ['node:', 'zod'] },
  { name: 'preload', files: /^src\/preload\//, uses: ['shared'], packages: ['electron'] },
  { name: 'renderer', files: /^src\/renderer\//, uses: ['shared'], packages: ['vue'] },
  {
    name: 'main/index',
    files: /^src\/main\/index\.ts$/,
    uses: 'all',
    packages: ['node:', 'electron'],
  },
  {
    name: words,
    // Interfaces and pure functions on them: what the floors say to each other.
    files: /^src\/main\/(environment|providers\/provider|http\/(transport|retry-after))\.ts$/,
    uses: ['shared'],
    packages: [],
  },
  { name: 'main/log', files: /^src\/main\/log\//, uses: ground, packages: ['node:'] },
  {
    name: 'main/plain',
    files: /^src\/main\/(plain\/|system-clock\.ts$)/,
    uses: ground,
    packages: ['node:', 'zod'],
  },
  { name: 'main/http', files: /^src\/main\/http\//, uses: ground, packages: ['node:', 'axios'] },
  { name: 'main/db', files: /^src\/main\/db\//, uses: ground, packages: ['node:', 'zod'] },
  { name: 'main/backup', files: /^src\/main\/backup\//, uses: ground, packages: ['node:', 'zod'] },
  {
    name: 'main/desktop',
    files: /^src\/main\/desktop\//,
    uses: [...ground, 'main/log', 'main/plain'],
    packages: ['node:', 'zod', 'electron', 'electron-store'],
  },
  {
    name: 'main/ipc',
    files: /^src\/main\/ipc\//,
    uses: [...ground, 'main/log', 'main/plain'],
    packages: ['node:', 'zod', 'electron'],
  },
  { name: 'main/providers', files: /^src\/main\/providers\//, uses: ground, packages: ['zod'] },
  {
    name: 'main/queue',
    files: /^src\/main\/queue\//,
    uses: core,
    packages: ['node:', 'zod'],
  },
  {
    name: 'main/services',
    files: /^src\/main\/services\//,
    uses: [...core, 'main/queue'],
    packages: ['node:', 'zod'],
  },
  {
    name: 'main/headless',
    files: /^src\/main\/headless\.ts$/,
    uses: [...core, 'main/plain', 'main/ipc', 'main/sandbox', 'main/app'],
    packages: ['node:'],
  },
  {
    name: 'main/sandbox',
    files: /^src\/main\/sandbox(\/|\.ts$)/,
    uses: [...ground, 'sandbox'],
    packages: ['node:'],
  },
  {
    name: 'main/app',
    files: /^src\/main\/[^/]+\.ts$/,
    uses: [...core, 'main/plain', 'main/queue', 'main/services', 'main/sandbox'],
    packages: ['node:', 'zod'],
  },
]

/** Packages that are not for everybody. `vue` stands for all that draws. */
export const guardedPackages = {
  electron: /^electron(\/|$)/,
  'electron-store': /^electron-store$/,
  axios: /^axios(\/|$)/,
  zod: /^zod(\/|$)/,
  'node:': /^node:/,
  vue: /^(vue|pinia|vue-router|vue-i18n|@vueuse\/.+|@nuxt\/ui.*|reka-ui|echarts.*)(\/|$)/,
}

/** The area of a path relative to the repository, or `undefined` outside of src/. */
export function areaOf(path) {
  return areas.find(({ files }) => files.test(path))
}

export function mayUse(from, to) {
  return from.name === to.name || from.uses === 'all' || from.uses.includes(to.name)
}
