import type { en } from '../en'
import { about } from './about'
import { accounts } from './accounts'
import { airing } from './airing'
import { backup } from './backup'
import { bulk } from './bulk'
import { common } from './common'
import { community } from './community'
import { discover } from './discover'
import { entry } from './entry'
import { failures } from './failures'
import { finding } from './finding'
import { foreign } from './foreign'
import { forum } from './forum'
import { history } from './history'
import { keys } from './keys'
import { library } from './library'
import { media } from './media'
import { notices } from './notices'
import { news } from './news'
import { palette } from './palette'
import { promise } from './promise'
import { queue } from './queue'
import { reviews } from './reviews'
import { series } from './series'
import { settings } from './settings'
import { shell } from './shell'
import { signIn } from './sign-in'
import { statistics } from './statistics'
import { status } from './status'
import { welcome } from './welcome'
import type { Words } from '../words'

export const de: Words<typeof en> = {
  about,
  accounts,
  airing,
  backup,
  bulk,
  common,
  community,
  discover,
  entry,
  failures,
  finding,
  foreign,
  forum,
  history,
  keys,
  library,
  media,
  notices,
  news,
  palette,
  promise,
  queue,
  reviews,
  series,
  settings,
  shell,
  signIn,
  statistics,
  status,
  welcome,
}
