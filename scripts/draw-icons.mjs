/**
 * `node scripts/draw-icons.mjs` draws the pictures in resources/icons from the two SVG files there,
 * with the Chromium that the tests use. Only needed after one of them has changed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import './lib/typescript.mjs'

const { findChromium } = await import('../test/electron/chromium/find.ts')

const dir = join(import.meta.dirname, '../resources/icons')
const seal = readFileSync(join(dir, 'tsuzuki.svg'), 'utf8')
const mark = readFileSync(join(dir, 'mark.svg'), 'utf8')
const [sealPath, glyphPath] = [...mark.matchAll(/<path fill="[^"]+" d="([^"]+)"/g)].map(
  ([, d]) => d,
)

const vermilion = '#c83314'

/** The mark in one colour, the character cut out of it so that any panel shows through. */
function tray(color, dot) {
  const place = 'cx="13" cy="3"'
  const room = dot ? `<circle ${place} r="4" fill="#000" shape-rendering="auto"/>` : ''
  const point = dot ? `<circle ${place} r="3" fill="${dot}" shape-rendering="auto"/>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" shape-rendering="crispEdges">
    <mask id="cut"><path fill="#fff" d="${sealPath}"/><path fill="#000" d="${glyphPath}"/>${room}</mask>
    <rect width="16" height="16" fill="${color}" mask="url(#cut)"/>${point}</svg>`
}

/** macOS colours a template by itself, so its dot has the same colour. */
const trays = {
  trayTemplate: tray('#000'),
  trayDotTemplate: tray('#000', '#000'),
  'tray-light': tray('#1d1f24'),
  'tray-light-dot': tray('#1d1f24', vermilion),
  'tray-dark': tray('#ecebe8'),
  'tray-dark-dot': tray('#ecebe8', '#f16d4d'),
}

const { executable, environment } = findChromium(false)
const browser = await chromium.launch({
  executablePath: executable,
  env: { ...process.env, ...environment },
})
const page = await browser.newPage()

async function draw(svg, size) {
  await page.setViewportSize({ width: size, height: size })
  const source = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await page.setContent(
    `<style>*{margin:0}img{display:block}</style><img width=${size} height=${size} src="${source}">`,
  )
  return page.screenshot({ omitBackground: true })
}

const save = (name, bytes) => writeFileSync(join(dir, name), bytes)

const app = new Map()
for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
  app.set(size, await draw(size > 32 ? seal : mark, size))
  save(`tsuzuki-${size}.png`, app.get(size))
}
for (const [name, svg] of Object.entries(trays)) {
  save(`${name}.png`, await draw(svg, 16))
  save(`${name}@2x.png`, await draw(svg, 32))
}
await browser.close()

save('tsuzuki.ico', ico([16, 32, 48, 64, 128, 256]))
save('tsuzuki.icns', icns({ ic07: 128, ic08: 256, ic09: 512, ic10: 1024, icp5: 32, icp6: 64 }))

/** Windows: a table of pictures, then the pictures as PNG. */
function ico(sizes) {
  const table = Buffer.alloc(6 + 16 * sizes.length)
  table.writeUInt16LE(1, 2)
  table.writeUInt16LE(sizes.length, 4)
  let offset = table.length
  for (const [index, size] of sizes.entries()) {
    const at = 6 + 16 * index
    const bytes = app.get(size)
    table.writeUInt8(size % 256, at)
    table.writeUInt8(size % 256, at + 1)
    table.writeUInt16LE(1, at + 4)
    table.writeUInt16LE(32, at + 6)
    table.writeUInt32LE(bytes.length, at + 8)
    table.writeUInt32LE(offset, at + 12)
    offset += bytes.length
  }
  return Buffer.concat([table, ...sizes.map((size) => app.get(size))])
}

/** macOS: chunks of a type, a length and a PNG. */
function icns(types) {
  const chunk = (type, body) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(body.length + 8, 4)
    return Buffer.concat([head, body])
  }
  const chunks = Object.entries(types).map(([type, size]) => chunk(type, app.get(size)))
  return chunk('icns', Buffer.concat(chunks))
}
