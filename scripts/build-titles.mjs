/**
 * Writes resources/titles.json.gz: a compact index of anime titles out of the npm package
 * bangumi-data (CC BY 4.0). Run with `node scripts/build-titles.mjs` after that package changed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'

const require = createRequire(import.meta.url)
const source = require('bangumi-data/package.json')
const { items } = JSON.parse(readFileSync(require.resolve('bangumi-data/dist/data.json'), 'utf8'))

const formats = ['tv', 'movie', 'ova', 'web']
const largestAllowed = 1024 * 1024

/** '2025-01-07T16:35:00.000Z' → '2025-01-07T16:35Z'; the seconds are always zero. */
const shortTime = (time) => time.replaceAll(':00.000Z', 'Z')
const idOf = (item, site) => Number(item.sites.find((entry) => entry.site === site)?.id ?? 0)

/** The Japanese name: the title itself, or its translation where the work is from elsewhere. */
const nativeTitle = (item) =>
  item.lang.startsWith('zh') ? (item.titleTranslate.ja?.[0] ?? null) : item.title

const rows = items.flatMap((item) => {
  const anilist = idOf(item, 'aniList')
  const mal = idOf(item, 'mal')
  const native = nativeTitle(item)
  const english = item.lang === 'en' ? item.title : (item.titleTranslate.en?.[0] ?? '')
  if ((!anilist && !mal) || (!native && !english)) return []
  return [
    [
      anilist,
      mal,
      idOf(item, 'anisearch'),
      native ?? english,
      english,
      formats.indexOf(item.type),
      shortTime(item.begin),
      shortTime(item.end),
      shortTime(item.broadcast ?? ''),
      item.sites.length,
    ],
  ]
})

const seen = new Set()
const unique = rows.filter(([anilist, mal]) => {
  const key = anilist ? `a${anilist}` : `m${mal}`
  return !seen.has(key) && seen.add(key)
})

const index = {
  source: `bangumi-data ${source.version}, https://github.com/bangumi-data/bangumi-data`,
  licence: 'CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
  changes: 'Chinese titles, comments and streaming sites left out; times shortened.',
  formats,
  columns: [
    'anilist',
    'mal',
    'anisearch',
    'native',
    'english',
    'format',
    'begin',
    'end',
    'broadcast',
    'sites',
  ],
  rows: unique,
}

const packed = gzipSync(JSON.stringify(index), { level: 9 })
if (packed.length > largestAllowed)
  throw new Error(`The index is too large: ${packed.length} bytes`)
writeFileSync(new URL('../resources/titles.json.gz', import.meta.url), packed)
console.log(`${unique.length} titles, ${packed.length} bytes`)
