// Unpacks the packaged Chromium into TMPDIR, which is where the package insists on. A program of
// its own, so that nobody else has to live with that TMPDIR.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'

const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
const archives = join(dirname(dirname(entry)), 'bin')
const names = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
await Promise.all(names.map((name) => inflate(join(archives, name))))
