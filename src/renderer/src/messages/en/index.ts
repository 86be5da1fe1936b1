import { about } from './about'
import { accounts } from './accounts'
import { airing } from './airing'
import { backup } from './backup'
import { common } from './common'
import { entry } from './entry'
import { failures } from './failures'
import { finding } from './finding'
import { foreign } from './foreign'
import { history } from './history'
import { keys } from './keys'
import { library } from './library'
import { media } from './media'
import { notices } from './notices'
import { palette } from './palette'
import { promise } from './promise'
import { queue } from './queue'
import { settings } from './settings'
import { shell } from './shell'
import { signIn } from './sign-in'
import { statistics } from './statistics'
import { status } from './status'
import { welcome } from './welcome'

export const en = {
  about,
  accounts,
  airing,
  backup,
  common,
  entry,
  failures,
  finding,
  foreign,
  history,
  keys,
  library,
  media,
  notices,
  palette,
  promise,
  queue,
  settings,
  shell,
  signIn,
  statistics,
  status,
  welcome,
} as const
