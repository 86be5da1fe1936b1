/** What tray and notifications say. Spans are short: a menu is read at a glance. */
const words = {
  en: {
    appName: 'Tsuzuki',
    readyTip: (n: number) => `Tsuzuki: ${n} ${n === 1 ? 'episode' : 'episodes'} ready`,
    nothingReady: 'Nothing to watch right now',
    plus: (name: string, episode: number) => `+1  ${name} · ${episode}`,
    moreReady: (n: number) => `  (${n} ready)`,
    airs: (name: string, episode: number, span: string) => `${name} · ${episode}  in ${span}`,
    pause: 'Pause notifications for an hour',
    goOn: (time: string) => `Notifications are paused until ${time}. Go on`,
    saved: 'All saved',
    waiting: (n: number) => `${n} ${n === 1 ? 'change waits' : 'changes wait'} to be sent`,
    needsYou: (n: number) => `${n} ${n === 1 ? 'change needs' : 'changes need'} you`,
    open: 'Open Tsuzuki',
    quit: 'Quit',
    days: (d: number, h: number) => `${d} d ${h} h`,
    hours: (h: number, m: number) => `${h} h ${m} min`,
    minutes: (m: number) => `${m} min`,
    isOut: (name: string, episode: number) => `${name} ${episode} is out`,
    premiere: (name: string) => `${name} begins`,
    sequel: (name: string) => `${name} was announced`,
    sequelMore: 'It goes on from something that you finished.',
    plusButton: '+1',
    openButton: 'Open',
    muteButton: 'Mute',
    digest: (episodes: number, titles: number) =>
      `${episodes} ${episodes === 1 ? 'episode' : 'episodes'} of ${titles} ${titles === 1 ? 'title' : 'titles'}`,
    away: (what: string) => `While you were away: ${what}`,
    today: (what: string) => `Today: ${what}`,
    announced: 'announced',
    more: (n: number) => `and ${n} more`,
  },
  de: {
    appName: 'Tsuzuki',
    readyTip: (n: number) => `Tsuzuki: ${n} ${n === 1 ? 'Folge' : 'Folgen'} bereit`,
    nothingReady: 'Gerade gibt es nichts zu sehen',
    plus: (name: string, episode: number) => `+1  ${name} · ${episode}`,
    moreReady: (n: number) => `  (${n} bereit)`,
    airs: (name: string, episode: number, span: string) => `${name} · ${episode}  in ${span}`,
    pause: 'Benachrichtigungen eine Stunde anhalten',
    goOn: (time: string) => `Benachrichtigungen ruhen bis ${time}. Fortsetzen`,
    saved: 'Alles gespeichert',
    waiting: (n: number) => `${n} ${n === 1 ? 'Änderung wartet' : 'Änderungen warten'} aufs Senden`,
    needsYou: (n: number) => `${n} ${n === 1 ? 'Änderung braucht' : 'Änderungen brauchen'} dich`,
    open: 'Tsuzuki öffnen',
    quit: 'Beenden',
    days: (d: number, h: number) => `${d} T ${h} Std.`,
    hours: (h: number, m: number) => `${h} Std. ${m} Min.`,
    minutes: (m: number) => `${m} Min.`,
    isOut: (name: string, episode: number) => `${name} ${episode} ist da`,
    premiere: (name: string) => `${name} beginnt`,
    sequel: (name: string) => `${name} ist angekündigt`,
    sequelMore: 'Es setzt fort, was du zu Ende gesehen hast.',
    plusButton: '+1',
    openButton: 'Öffnen',
    muteButton: 'Stumm',
    digest: (episodes: number, titles: number) =>
      `${episodes} ${episodes === 1 ? 'Folge' : 'Folgen'} von ${titles} ${titles === 1 ? 'Titel' : 'Titeln'}`,
    away: (what: string) => `Während du weg warst: ${what}`,
    today: (what: string) => `Heute: ${what}`,
    announced: 'angekündigt',
    more: (n: number) => `und ${n} weitere`,
  },
} as const

export type AiringWords = (typeof words)['en' | 'de']

/** Words in the language of the settings, or in the system's (a BCP 47 tag). */
export function airingWordsIn(
  language: 'system' | 'en' | 'de',
  systemLanguage: string,
): AiringWords {
  if (language !== 'system') return words[language]
  return /^de\b/i.test(systemLanguage) ? words.de : words.en
}
