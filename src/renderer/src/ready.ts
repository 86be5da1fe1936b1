let told = false

/**
 * Tells the outside, once, that the first screenful is on the screen: two frames after it was
 * handed to the page, so that it has really been painted.
 */
export function tellReady(what: 'library' | 'welcome' | 'backup') {
  if (told) return
  told = true
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      performance.mark('painted')
      document.documentElement.dataset.ready = what
    }),
  )
}
