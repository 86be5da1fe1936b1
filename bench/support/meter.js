// Runs in the page: does what a user does to the library and measures how long it takes. Put there
// as text, as `globalThis.meter`.
globalThis.meter = (() => {
  const field = () => document.querySelector('#content input[role=combobox]')
  const grid = () => document.querySelector('[role=grid]')
  const rows = () => [...document.querySelectorAll('[role=row][data-title]')]
  const heading = () => document.querySelector('h1')?.innerText
  const firstTitle = () => document.querySelector('[role=grid] [data-title]')?.dataset.title

  /** The frame that shows what is in the page now has been painted. */
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = done
        port2.postMessage(0)
      })
    })

  /** Everything that only waits for its turn has had it, and the layout is made. */
  async function committed() {
    for (let turn = 0; turn < 20; turn += 1) await null
    return grid()?.getBoundingClientRect().height
  }

  /** A moment anywhere between two frames, as key presses have it. */
  const anyMoment = () => new Promise((done) => setTimeout(done, 8 + Math.random() * 17))

  /** Puts a text into the filter. Times in ms from the event: DOM and layout done; painted. */
  async function type(text) {
    await anyMoment()
    const input = field()
    const started = performance.now()
    input.value = text
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await committed()
    const work = performance.now() - started
    const shown = `${heading()} ${firstTitle()}`
    await painted()
    const all = performance.now() - started
    if (`${heading()} ${firstTitle()}` !== shown) throw new Error('The list was filtered later')
    return { work, painted: all }
  }

  /** Presses something; ms until what `look` sees is different and painted. */
  async function press(element, look) {
    await anyMoment()
    const before = look()
    const started = performance.now()
    element.click()
    await committed()
    for (let frames = 0; look() === before; frames += 1) {
      if (frames > 300) throw new Error(`Nothing came of ${element.outerHTML.slice(0, 200)}`)
      await painted()
    }
    await painted()
    return performance.now() - started
  }

  const seen = () => {
    const height = document.querySelector('[role=grid] [data-title]')?.offsetHeight
    return `${heading()} ${firstTitle()} ${height}`
  }

  return {
    type,
    pressSort: () => press(document.querySelector('.sort button:last-of-type'), firstTitle),
    pressMenuItem(name) {
      const items = [...document.querySelectorAll('[role=menu] [role^=menuitem]')]
      return press(
        items.find((item) => item.textContent.trim() === name),
        firstTitle,
      )
    },
    pressLink: (href) => press(document.querySelector(`a[href="${href}"]`), seen),
    pressLayout: (name) => press(document.querySelector(`button[aria-label="${name}"]`), seen),

    /** Which titles are in sight. */
    titles: () =>
      [...document.querySelectorAll('[role=gridcell][data-title]')].map((it) => it.dataset.title),

    /** To the page of a title; ms until what one sees of it first is painted, people included. */
    pressCover(title) {
      const shown = () => document.querySelectorAll('.series .main > section').length > 1
      return press(document.querySelector(`[role=gridcell][data-title="${title}"]`), shown)
    },

    /** Scrolls a page to a part of the way, from 0 to 1, and waits until it is drawn. */
    async scrollPage(share) {
      const it = document.querySelector('.page')
      it.scrollTo({ top: (it.scrollHeight - it.clientHeight) * share })
      for (let frames = 0; frames < 5; frames += 1) await painted()
    },

    /** Goes on to the end of a thread until as many comments are there. */
    async scrollToComment(count) {
      for (let frames = 0; frames < 20_000; frames += 1) {
        await this.scrollPage(1)
        const last = [...document.querySelectorAll('[role=feed] [data-index]')].map((it) =>
          Number(it.dataset.index),
        )
        if (Math.max(...last) === count - 1) return
      }
      throw new Error('The thread has no end')
    },

    /** One more on a row in sight, any of them; ms until its new number is painted. */
    pressPlus() {
      const open = rows().filter((row) => row.querySelector('.plus:not(:disabled)'))
      const row = open[Math.floor(Math.random() * open.length)]
      const { title } = row.dataset
      const progress = () =>
        document.querySelector(`[data-title="${title}"] [role=gridcell].progress`)?.innerText
      return press(row.querySelector('.plus'), progress)
    },

    /** Scrolls to a part of the way, from 0 to 1, and waits until the rows there are drawn. */
    async scrollTo(share) {
      grid().scrollTo({ top: (grid().scrollHeight - grid().clientHeight) * share })
      for (let frames = 0; frames < 5; frames += 1) await painted()
    },

    /** Records every frame until it is called again; then gives the ms between them. */
    frames() {
      if (this.recording) {
        const { times } = this.recording
        cancelAnimationFrame(this.recording.id)
        this.recording = undefined
        return times.slice(1).map((time, at) => time - times[at])
      }
      const recording = { times: [], id: 0 }
      const note = (time) => {
        recording.times.push(time)
        recording.id = requestAnimationFrame(note)
      }
      recording.id = requestAnimationFrame(note)
      this.recording = recording
      return []
    },
  }
})()
