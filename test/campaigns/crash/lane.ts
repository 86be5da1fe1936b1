import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../../../src/sandbox/core/random'
import type { ServiceId } from '../../../src/shared/service'
import { machineMs } from './clock'
import { startLife } from './life'
import { createRecord, same, say } from './record'
import { firstNumber, startService } from './service'
import type { Line, Orders, Shown } from './words'

interface Options {
  readonly script: string
  /** Where its profile may lie. */
  readonly dir: string
  readonly service: ServiceId
  readonly kills: number
  readonly seed: number
  readonly checked: (service: ServiceId, kills: number) => void
}

/** How much faster than the machine's all clocks run: a limit of a minute passes in a fifth of a second. */
const factor = 300
/** After so many kills everything is let arrive and compared. */
const killsPerCheck = 100

/** What went wrong, in words, and what was seen. */
export interface LaneReport {
  readonly complaints: readonly string[]
  /** Those that happened. */
  readonly kills: number
  readonly edits: number
}

/** Starts the app again and again, kills it while it works, and looks at what is left. */
export async function runLane(options: Options): Promise<LaneReport> {
  const { script, dir, service, kills, seed, checked } = options
  const profileDir = mkdtempSync(join(dir, `${service}-`))
  const epochMs = machineMs()
  const there = await startService(service, epochMs, factor)
  const random = createRandom(seed)
  const record = createRecord()
  const scores = new Map<Shown['title'], number>()
  const posts = new Map<string, 'begun' | 'acknowledged'>()
  const complaints: string[] = []
  let edits = 0
  let lives = 0
  let killed = 0
  /** How long a life takes to begin, in ms; where kills are aimed at. */
  let startMs = 300

  function live(mode: Orders['mode'], hear: (line: Line, kill: () => void) => void) {
    lives += 1
    const orders: Orders = {
      profileDir,
      service,
      env: there.env,
      token: there.token,
      epochMs,
      factor,
      seed: seed * 100_000 + lives,
      firstEdit: firstNumber + edits + lives,
      mode,
    }
    const life = startLife(script, orders, (line) => {
      if (line.is === 'notice') complaints.push(`life ${lives} told: ${line.text}`)
      hear(line, life.kill)
    })
    return life
  }

  async function untilEnd(mode: 'prepare' | 'drain', hear: (line: Line) => void) {
    const life = live(mode, hear)
    const { code, stderr } = await life.over
    if (code !== 0) complaints.push(`life ${lives} (${mode}) ended with ${code}: ${stderr}`)
  }

  /** One life that is killed at a moment nobody knows. */
  async function liveAndDie() {
    const bornAt = machineMs()
    const aim = random()
    let arrivals = Math.floor(random() * 12)
    let said = Math.floor(random() * 40)
    const life = live('live', (line, kill) => {
      if (line.is === 'shown') {
        startMs += (machineMs() - bornAt - startMs) / 10
        complaints.push(...record.shows(line.rows).map((lost) => `life ${lives} lost: ${lost}`))
        remoteScore(line.rows)
      }
      note(line)
      // In the middle of an edit, or right after it was acknowledged.
      if (aim > 0.4 && aim < 0.7 && line.is !== 'shown' && said-- <= 0) kill()
    })
    const moment = random() < 0.5 ? 'before' : 'after'
    there.onArrival((now) => {
      // While the service has the request, or before its answer is there.
      if (aim >= 0.7 && now === moment && arrivals-- <= 0) life.kill()
    })
    const longest = aim < 0.4 ? random() * (startMs + 300) : startMs * 3 + 1_500
    const timer = setTimeout(life.kill, longest)
    const { code, stderr } = await life.over
    clearTimeout(timer)
    there.onArrival(() => undefined)
    if (code === null) killed += 1
    else complaints.push(`life ${lives} ended by itself with ${code}: ${stderr}`)
  }

  function note(line: Line) {
    if (line.is === 'try' || line.is === 'ack') record.edit(line)
    if (line.is === 'ack') edits += 1
    if (line.is === 'post-try') posts.set(line.text, 'begun')
    if (line.is === 'post-ack') posts.set(line.text, 'acknowledged')
  }

  /** Somebody else changes what this app never touches, of a title that it never removes. */
  function remoteScore(rows: readonly Shown[]) {
    // aniSearch takes whole entries: a change of the last five minutes may be written over there.
    if (service === 'anisearch' || random() < 0.7) return
    const shared = rows.filter(({ title }) => Number(title.split(':')[1]) % 2 === 1)
    const chosen = shared[Math.floor(random() * shared.length)]
    if (!chosen) return
    const score = 1 + Math.floor(random() * 100)
    there.score(chosen.title, score)
    scores.set(chosen.title, score)
  }

  /** Lets all that waits arrive; then nothing may be missing, doubled, or changed unasked. */
  async function check() {
    await untilEnd('drain', (line) => {
      if (line.is === 'left') complaints.push(`still waits: ${line.text}`)
      if (line.is !== 'shown') return
      complaints.push(...record.shows(line.rows).map((lost) => `at the check lost: ${lost}`))
    })
    for (const [title, values] of record.all()) {
      const has = there.valuesOf(title)
      if (!same(has, values)) complaints.push(`${title} is ${say(has)} there, not ${say(values)}`)
    }
    for (const [title, score] of scores) {
      const has = there.scoreOf(title)
      if (has !== score) complaints.push(`${title} was scored ${score} elsewhere and has ${has}`)
    }
    const posted = there.posted()
    for (const [text, state] of posts) {
      const count = posted.get(text) ?? 0
      const isRight = count === 1 || (count === 0 && state === 'begun')
      if (!isRight) complaints.push(`"${text}" was ${state} and stands there ${count} times`)
    }
    for (const [name, count] of Object.entries(there.violations())) {
      if (count > 0) complaints.push(`${name}: ${count}`)
    }
    complaints.push(...there.twice.splice(0).map((text) => `came again: ${text}`))
  }

  try {
    await untilEnd('prepare', (line) => {
      if (line.is === 'shown') record.begin(line.rows)
    })
    there.watch()
    for (let kill = 1; kill <= kills && complaints.length === 0; kill += 1) {
      await liveAndDie()
      if (kill % killsPerCheck !== 0 && kill !== kills) continue
      await check()
      if (complaints.length === 0) checked(service, kill)
    }
    return { complaints, kills: killed, edits }
  } finally {
    await there.close()
  }
}
