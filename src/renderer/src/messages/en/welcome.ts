export const welcome = {
  title: 'Your anime and manga lists, always at hand',
  text: 'Tsuzuki keeps your list on this computer, saves every change at once and sends it when the service lets it.',
  try: 'Try it without an account',
  tryText:
    'A few hundred real titles in a service built into Tsuzuki. Nothing leaves this computer, nothing to sign up for.',
  choose: 'In the manner of',
  anilist: 'The AniList of today: stars or points, custom lists, notes',
  anisearch: 'Scores from 0 to 10 with one decimal, priority, wish to repeat',
  'anilist-v1': 'The first AniList interface, as a museum piece that works',
  start: 'Start',
  have: 'I have an account',
  signInAt: 'Sign in at {service}',
  bring: 'I bring a list along',
  bringText:
    'Files of MyAnimeList, AniList, Anime-Planet, Kitsu and many others: see first in the sandbox what becomes of yours, or sign in and drop it on the window.',
  bringStart: 'Look at a file in the sandbox',
  starting: 'Opening the sandbox',
} as const
