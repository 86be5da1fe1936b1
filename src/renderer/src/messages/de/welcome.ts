import type { welcome as en } from '../en/welcome'
import type { Words } from '../words'

export const welcome: Words<typeof en> = {
  title: 'Deine Anime- und Mangalisten, immer zur Hand',
  text: 'Tsuzuki hält deine Liste auf diesem Rechner, sichert jede Änderung sofort und sendet sie, sobald der Dienst es zulässt.',
  try: 'Ohne Konto ausprobieren',
  tryText:
    'Einige Hundert echte Titel in einem Dienst, der in Tsuzuki steckt. Nichts verlässt diesen Rechner, nichts ist anzumelden.',
  choose: 'Nach Art von',
  anilist: 'Das AniList von heute: Sterne oder Punkte, eigene Listen, Notizen',
  anisearch: 'Wertungen von 0 bis 10 mit einer Nachkommastelle, Priorität, Lust auf Wiederholung',
  'anilist-v1': 'Die erste Schnittstelle von AniList, ein Museumsstück, das läuft',
  start: 'Los geht’s',
  have: 'Ich habe ein Konto',
  signInAt: 'Bei {service} anmelden',
  bring: 'Ich bringe eine Liste mit',
  bringText:
    'Dateien von MyAnimeList, AniList, Anime-Planet, Kitsu und vielen anderen: Sieh erst im Sandkasten, was aus deiner wird, oder melde dich an und lege sie auf dem Fenster ab.',
  bringStart: 'Eine Datei im Sandkasten ansehen',
  starting: 'Der Sandkasten wird geöffnet',
}
