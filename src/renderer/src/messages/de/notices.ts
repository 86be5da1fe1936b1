import type { notices as en } from '../en/notices'
import type { Words } from '../words'

export const notices: Words<typeof en> = {
  'database-rebuilt':
    'Die Datenbank war beschädigt. Sie liegt als {file} daneben, eine neue wurde angelegt; deine Liste wird neu gelesen.',
  'database-too-new':
    'Diese Datenbank stammt von einem neueren Tsuzuki und blieb unberührt. Bitte aktualisiere.',
  'settings-reset':
    'Die Einstellungen waren beschädigt. Die Datei liegt als {file} daneben; es gelten die Vorgaben.',
  'settings-unreadable':
    'Die Einstellungen ließen sich nicht lesen. Es gelten die Vorgaben; die Datei blieb, wie sie ist.',
  'tokens-unreadable':
    'Deine Anmeldungen ließen sich nicht lesen. Die Datei bleibt erhalten; melde dich neu an, dann geht es weiter.',
  'window-restarted': 'Das Fenster musste neu gestartet werden. Es ging nichts verloren.',
  'sign-in-ends':
    'Deine {service}-Anmeldung endet am {date}. Erneuere sie jetzt; es geht nichts verloren, wenn du wartest.',
  other: 'Beim Start wurde etwas in Ordnung gebracht: {id}',
}
