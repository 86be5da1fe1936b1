import { airing } from './airing'
import { editing } from './editing'
import { keyboard } from './keyboard'
import { lists } from './lists'
import { look } from './look'
import { names } from './names'
import { sending } from './sending'
import type { SettingsTopic } from './topic'

/** All topics of the settings, in the order of the view. A new one is added here. */
export const topics: readonly SettingsTopic[] = [
  look,
  lists,
  editing,
  sending,
  airing,
  keyboard,
  names,
]
