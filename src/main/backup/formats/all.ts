import { anilistApi } from './anilist-api'
import { anilistGdpr } from './anilist-gdpr'
import { animePlanet } from './anime-planet'
import { anisearch } from './anisearch'
import { automail } from './automail'
import { kitsu } from './kitsu'
import { malXml } from './mal-xml'
import { mihon } from './mihon'
import { notifyMoe } from './notify-moe'
import type { BinaryFormat, CsvFormat, JsonFormat, XmlFormat } from './reader'
import { shikimori } from './shikimori'
import { shukofukurou, shukofukurouCsv } from './shukofukurou'
import { simkl } from './simkl'
import { simklCsv } from './simkl-csv'
import { taiga } from './taiga'
import { tsuzuki } from './tsuzuki'
import { tsuzukiCsv } from './tsuzuki-csv'
import { yamtrack } from './yamtrack'

/** In the order in which they are asked; the more particular one first. */
export const jsonFormats: readonly JsonFormat[] = [
  tsuzuki,
  anilistGdpr,
  automail,
  shukofukurou,
  animePlanet,
  kitsu,
  shikimori,
  notifyMoe,
  anisearch,
  simkl,
  anilistApi,
]
export const xmlFormats: readonly XmlFormat[] = [malXml, taiga]
export const csvFormats: readonly CsvFormat[] = [tsuzukiCsv, yamtrack, simklCsv, shukofukurouCsv]
export const binaryFormats: readonly BinaryFormat[] = [mihon]

/** What is looked for, as proper names: for the message when a file is none of them. */
export const lookedFor: readonly string[] = [
  ...jsonFormats,
  ...xmlFormats,
  ...csvFormats,
  ...binaryFormats,
].map(({ name }) => name)
