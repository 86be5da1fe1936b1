const waiting: (() => void)[] = []

function run() {
  for (const work of waiting.splice(0)) {
    try {
      work()
    } catch (error) {
      // What else waits must not wait for good.
      reportError(error)
    }
  }
}

/** Does something once what the page looks like now has been painted; many at once share one turn. */
export function afterPaint(work: () => void): void {
  waiting.push(work)
  if (waiting.length > 1) return
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = run
    port2.postMessage(null)
  })
}
