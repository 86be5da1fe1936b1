/** What the page says that a sign-in comes back to; it stands in the browser, not in the window. */
const en = {
  lang: 'en',
  title: 'Tsuzuki',
  wait: 'One moment …',
  done: 'Tsuzuki has it.',
  doneMore: 'You can close this page and go back to Tsuzuki.',
  failed: 'That did not work.',
  failedMore: 'Go back to Tsuzuki: it says why, and you can try again there.',
  nothing: 'Nothing came along.',
  nothingMore: 'Open the sign-in from Tsuzuki, not from here.',
  noScript:
    'This page needs JavaScript to hand the sign-in over. Without it, copy the address of this page and choose “Paste” in Tsuzuki.',
} as const

const de: { readonly [K in keyof typeof en]: string } = {
  lang: 'de',
  title: 'Tsuzuki',
  wait: 'Einen Augenblick …',
  done: 'Angekommen.',
  doneMore: 'Du kannst diese Seite schließen und zu Tsuzuki zurückkehren.',
  failed: 'Das hat nicht geklappt.',
  failedMore: 'Geh zurück zu Tsuzuki: Dort steht, warum, und dort geht es von vorn.',
  nothing: 'Es kam nichts mit.',
  nothingMore: 'Beginne die Anmeldung in Tsuzuki, nicht hier.',
  noScript:
    'Diese Seite braucht JavaScript, um die Anmeldung zu übergeben. Ohne kopierst du die Adresse dieser Seite und wählst „Einfügen“ in Tsuzuki.',
}

export type PageWords = typeof de

/** The words in a language, given as a BCP 47 tag; English where we do not speak it. */
export function pageWordsIn(language: string): PageWords {
  return /^de\b/i.test(language) ? de : en
}
