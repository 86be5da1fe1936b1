import { createAiringMachine, type Listed } from '../../support/airing-machine'
import { createJudge, type Known, type World } from './judge'
import { type Action, broadcastsOf, type Plan, quietDays, weeksMinutes } from './plan'

const minute = 60_000

/** Lives through a plan; answers what went wrong. */
export function live(plan: Plan): readonly string[] {
  const machine = createAiringMachine(plan.start, plan.settings)
  const world: World = {
    settings: plan.settings,
    zone: plan.zone,
    paused: { from: 0, until: 0 },
    titles: plan.titles.map(toKnown),
  }
  machine.state.zone = plan.zone
  const judge = createJudge(world)
  let seen = 0
  machine.onShown((shown) => {
    const all = machine.announced()
    judge.see(shown, all.slice(seen))
    seen = all.length
  })
  let sinceMs: number | null = null
  let staleAsk: number | null = null

  function toKnown(planned: Plan['titles'][number], at: number): Known {
    const title = at + 1
    const { total } = planned
    return {
      title,
      told: new Map(broadcastsOf(plan, planned)),
      entries: planned.entries.map((entry, place) => ({
        ...entry,
        account: place + 1,
        title,
        total,
      })),
      muted: false,
      delay: null,
      calm: true,
    }
  }

  function tell(titles: readonly Known[], asked?: number) {
    const episodes = titles.flatMap(({ title, told }) =>
      [...told].flatMap(([episode, at]) => (at === null ? [] : [[title, episode, at] as const])),
    )
    machine.tell(
      titles.map(({ title }) => title),
      episodes,
      asked,
    )
  }

  /** Starts until it lives, as a user would; then schedules arrive. */
  function start() {
    while (!machine.isAlive()) {
      machine.kill()
      machine.start()
    }
    sinceMs ??= machine.clock.wall()
    machine.clock.run(5000)
    if (machine.isAlive()) tell(world.titles)
  }

  function run(ms: number) {
    machine.clock.run(ms)
    if (!machine.isAlive()) start()
  }

  /** What the user does is done: nobody knows what they wanted when it is lost on the way. */
  function touch(known: Known, change: (known: Known) => void) {
    if (!machine.isAlive()) start()
    machine.neverBreak()
    change(known)
    known.calm = false
  }

  function relist(known: Known, place: number, change: (entry: Listed) => Partial<Listed>) {
    touch(known, () => {
      const entry = known.entries[place % known.entries.length]
      if (!entry) return
      const changed = { ...entry, ...change(entry) }
      known.entries = known.entries.map((each) => (each === entry ? changed : each))
      machine.list(changed)
    })
  }

  function act(action: Action) {
    const known = 'title' in action ? world.titles[action.title % world.titles.length] : undefined
    switch (action.do) {
      case 'sleep':
        machine.clock.sleep(action.minutes * minute, action.still)
        for (let word = 0; word < action.words; word += 1) {
          machine.attempt(() => machine.core().announcer.resumed())
        }
        return
      case 'off':
        machine.kill()
        machine.clock.sleep(action.minutes * minute, false)
        return start()
      case 'break':
        return machine.breakAt(action.at, action.n)
      case 'move':
        return known && move(known, action)
      case 'stale':
        // What was asked before the latest answer says that nothing is planned at all.
        if (known && staleAsk !== null) machine.tell([known.title], [], staleAsk)
        return
      case 'status':
        return known && relist(known, action.entry, () => ({ status: action.status }))
      case 'watch':
        return known && relist(known, action.entry, ({ progress }) => ({ progress: progress + 1 }))
      case 'mute':
        return known && touch(known, choose({ muted: action.on }))
      case 'delay':
        return known && touch(known, choose({ delay: action.minutes }))
      case 'pause': {
        machine.neverBreak()
        const from = machine.clock.wall()
        machine.attempt(() => machine.core().pause(action.minutes * minute))
        if (machine.isAlive()) world.paused = { from, until: from + action.minutes * minute }
        return
      }
      case 'zone':
        world.zone = machine.state.zone = action.zone
        return
      case 'clock':
        return machine.clock.setWall(action.minutes * minute)
      case 'settings':
        world.settings = { ...world.settings, ...action.change }
        return machine.settings(action.change)
    }
  }

  const choose = (change: { muted?: boolean; delay?: number | null }) => (known: Known) => {
    Object.assign(known, change)
    machine.title(known.title, change)
  }

  function move(known: Known, { nth, by, how }: Extract<Action, { do: 'move' }>) {
    const episodes = [...known.told].filter(([, at]) => at !== null)
    const [episode, at] = episodes[nth % episodes.length] ?? []
    if (episode === undefined || at == null) return
    known.told.set(episode, by === null ? null : at + by * minute)
    staleAsk = machine.attempt(() => machine.ask()) ?? null
    if (!machine.isAlive()) return
    if (how === 'list' && by !== null) hearFromList(known, episode, at + by * minute, true)
    else tell([known])
    // What lists knew before is looked at again and again, and must not lead back.
    if (machine.isAlive()) hearFromList(known, episode, at, false)
  }

  function hearFromList({ title }: Known, episode: number, atMs: number, isFresh: boolean) {
    const word = { show: machine.showOf(title), episode, airingAt: Math.floor(atMs / 1000) }
    machine.attempt(() => machine.core().learnNext([word], isFresh))
  }

  for (const known of world.titles) known.entries.forEach(machine.list)
  start()
  let passed = 0
  for (const { at, action } of plan.actions) {
    run((at - passed) * minute)
    passed = at
    act(action)
    if (!machine.isAlive()) start()
  }
  run((weeksMinutes - passed) * minute)
  machine.neverBreak()
  start()
  world.paused = { from: 0, until: 0 }
  world.settings = { ...world.settings, quietHours: false, dailyDigest: false }
  machine.core().pause(0)
  machine.settings({ quietHours: false, dailyDigest: false })
  const calmFrom = machine.clock.wall() + minute
  const soFar = machine.announced().length
  machine.clock.run(quietDays * 24 * 60 * minute)
  const end = machine.clock.wall()

  const wrongs = [
    ...judge.wrongs,
    ...judge.missing(sinceMs ?? end, end - minute).map((name) => `${name} was never announced`),
    ...judge
      .punctual(calmFrom, end - minute, machine.announced(), soFar)
      .map((name) => `${name} did not come on time`),
    ...machine.errors.map((error) => `error: ${String(error)}`),
  ]
  machine.close()
  return wrongs
}
