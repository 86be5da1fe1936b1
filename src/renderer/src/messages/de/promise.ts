import type { promise as en } from '../en/promise'
import type { Words } from '../words'

export const promise: Words<typeof en> = {
  saved: 'Alles gesichert',
  waiting: '{n} wartet | {n} warten',
  sending: '{n} wird gesendet | {n} werden gesendet',
  attention: '{n} braucht dich | {n} brauchen dich',
  conflicts: '{n} Konflikt | {n} Konflikte',
  held: 'Senden ist angehalten',
  limit: 'Grenze von {service}: weiter in {time}',
  limitNow: 'Grenze von {service}: geht jetzt weiter',
  offline: '{service}: keine Verbindung. Deine Änderungen sind hier sicher.',
  outage: '{service} ist gerade nicht erreichbar. Deine Änderungen sind sicher und warten.',
  signedOut: '{service}: Melde dich neu an, dann geht es weiter',
  blocked: '{service} lässt Tsuzuki nicht herein',
  paused: '{service} macht Pause',
  nextTry: 'Nächster Versuch in {time}',
  reading: '{service} wird gelesen: {n} Einträge',
  asking: '{service} hat viel weniger Einträge geschickt als vorher',
  readFailed: '{service}: Die Liste ließ sich nicht lesen',
  open: 'Warteschlange öffnen',
}
