import type { media as en } from '../en/media'
import type { Words } from '../words'

export const media: Words<typeof en> = {
  format: {
    tv: 'TV',
    'tv-short': 'TV, kurz',
    movie: 'Film',
    special: 'Special',
    ova: 'OVA',
    ona: 'ONA',
    music: 'Musik',
    manga: 'Manga',
    novel: 'Roman',
    'one-shot': 'One-Shot',
    doujin: 'Doujin',
    manhua: 'Manhua',
    manhwa: 'Manhwa',
    unknown: 'Unbekannt',
  },
  status: {
    releasing: 'läuft',
    finished: 'beendet',
    'not-yet-released': 'noch nicht erschienen',
    hiatus: 'unterbrochen',
    cancelled: 'eingestellt',
    unknown: 'unbekannt',
  },
  season: {
    winter: 'Winter {year}',
    spring: 'Frühling {year}',
    summer: 'Sommer {year}',
    fall: 'Herbst {year}',
  },
  ready: '{n} bereit | {n} bereit',
  next: 'F. {episode} {time}',
  episodes: '{n} Folge | {n} Folgen',
  chapters: '{n} Kapitel | {n} Kapitel',
  volumes: '{n} Band | {n} Bände',
}
