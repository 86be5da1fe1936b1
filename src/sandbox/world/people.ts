import { fuzzyDate } from '../../shared/fuzzy-date'
import { between, createRandom, pick } from '../core/random'

export interface Person {
  id: number
  first: string
  last: string
  native: string
  firstNative: string
  lastNative: string
  description: string
  gender: string
  birthday: number | null
  age: number
  bloodType: string
  favourites: number
}

export type Character = Person

export interface Staff extends Person {
  language: string
  occupations: readonly string[]
  homeTown: string
  website: string
}

export interface Studio {
  id: number
  name: string
  isAnimationStudio: boolean
  favourites: number
}

// prettier-ignore
const given: readonly (readonly [string, string])[] = [
  ['Haruka', '春香'], ['Ren', '蓮'], ['Yui', '結衣'], ['Sota', '颯太'], ['Aoi', '葵'],
  ['Kaito', '海斗'], ['Mio', '澪'], ['Takumi', '匠'], ['Chihiro', '千尋'], ['Nao', '直'],
  ['Sakura', '桜'], ['Itsuki', '樹'], ['Rin', '凛'], ['Daichi', '大地'], ['Emi', '恵美'],
  ['Makoto', '誠'], ['Akane', '茜'], ['Shun', '駿'], ['Kotone', '琴音'], ['Toru', '透'],
]

// prettier-ignore
const family: readonly (readonly [string, string])[] = [
  ['Kurosawa', '黒沢'], ['Fujimiya', '藤宮'], ['Amano', '天野'], ['Shirakawa', '白川'], ['Hoshino', '星野'],
  ['Minase', '水瀬'], ['Tachibana', '橘'], ['Kagami', '加賀美'], ['Ogata', '緒方'], ['Nanase', '七瀬'],
  ['Sakaki', '榊'], ['Mizushima', '水島'], ['Kirishima', '桐島'], ['Asahina', '朝比奈'], ['Tsukimori', '月森'],
  ['Hayami', '速水'], ['Kisaragi', '如月'], ['Onodera', '小野寺'], ['Yukimura', '雪村'], ['Iwata', '岩田'],
]

const studioNames = [
  'Studio Kazahana',
  'Aomori Works',
  'Tenku Animation',
  'Production Lantern',
  'Seventh Cel',
  'Mizuiro Pictures',
  'Kumo Factory',
  'Paper Moon',
  'Nishikaze',
  'Orange Line Committee',
]

/** The people and studios of the sandbox: all made up, none is real. */
export interface People {
  characters: readonly Character[]
  staff: readonly Staff[]
  studios: readonly Studio[]
}

export function createPeople(seed: number): People {
  const random = createRandom(seed ^ 0x5eed)
  const person = (id: number, work: string): Person => personOf(id, work, random)
  return {
    characters: Array.from({ length: 600 }, (_, at) => person(at + 1, 'character')),
    staff: Array.from({ length: 240 }, (_, at) => ({
      ...person(at + 1, 'artist'),
      language: 'Japanese',
      occupations: [pick(random, ['Voice Actor', 'Director', 'Illustrator', 'Script Writer'])],
      homeTown: pick(random, ['Tokyo, Japan', 'Osaka, Japan', 'Sapporo, Japan']),
      website: '',
    })),
    studios: studioNames.map((name, at) => ({
      id: at + 1,
      name,
      isAnimationStudio: at !== studioNames.length - 1,
      favourites: between(random, 0, 9000),
    })),
  }
}

function personOf(id: number, work: string, random: () => number): Person {
  const [first, firstNative] = pick(random, given)
  const [last, lastNative] = pick(random, family)
  return {
    id,
    first,
    last,
    firstNative,
    lastNative,
    native: `${lastNative}${firstNative}`,
    description: `__Height:__ ${between(random, 150, 190)} cm\n\nA made-up ${work} of the sandbox. ~!Is the ghost all along.!~`,
    gender: pick(random, ['Female', 'Male', 'Non-binary']),
    birthday: fuzzyDate({
      year: between(random, 1955, 2003),
      month: between(random, 1, 12),
      day: between(random, 1, 28),
    }),
    age: between(random, 14, 60),
    bloodType: pick(random, ['A', 'B', 'O', 'AB']),
    favourites: between(random, 0, 20_000),
  }
}
