import type { signIn as en, signInReasons as enReasons } from '../en/sign-in'
import type { Words } from '../words'

export const signIn: Words<typeof en> = {
  title: 'Anmelden',
  intro:
    'Du meldest dich beim Dienst selbst an, in deinem Browser. Tsuzuki sieht dein Passwort nie, und in dieses Fenster wird nichts getippt, was zu stehlen sich lohnt.',
  service: 'Dienst',
  at: 'Bei {service} anmelden',
  again: 'Neu anmelden als {name}',
  forAccount: 'Für {name}. Liste und Warteschlange bleiben, wie sie sind.',
  somebodyNew: 'Als jemand anderes anmelden',
  way: 'Wie',
  ways: {
    browser: 'Im Browser, und von selbst zurück',
    pin: 'Im Browser, dann kopieren und einfügen',
    code: 'Im Browser, mit eigenem Client-Geheimnis',
  },
  wayTexts: {
    browser: 'Tsuzuki wartet auf diesem Rechner, bis dein Browser zurückkommt.',
    pin: 'Die Seite von {service} zeigt einen Code. Kopiere ihn und wähle hier „Einfügen“.',
    code: 'Wie das erste, aber nur für einen Client, dessen Geheimnis du hast.',
  },
  site: 'Sprache der Seite',
  register: 'Der Client',
  registered: 'Client {id}',
  registerText:
    '{service} will wissen, welches Programm da fragt. Trage dort einmal eins ein; den Namen wählst du. Tsuzuki bringt keins mit.',
  retired:
    '{service} ist abgeschaltet, und niemand kann dort noch einen Client eintragen. Dies ist für Server, die noch so sprechen.',
  openRegistration: 'Die Seite dafür öffnen',
  redirect: 'Rückkehradresse',
  redirectText: 'Trage genau diese Adresse ein und keine andere.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  clientId: 'Client-ID',
  badClientId: 'Buchstaben und Ziffern, ohne Leerzeichen',
  secret: 'Client-Geheimnis',
  secretNone: 'Kopiere es bei {service}, dann wähle „Einfügen“.',
  secretOptional: 'Falls {service} dir eins gab: Kopiere es dort, dann wähle „Einfügen“.',
  secretKept: 'Aufbewahrt. Es wird nie wieder gezeigt.',
  paste: 'Einfügen',
  pasteText: 'Tsuzuki liest die Zwischenablage und leert sie.',
  forget: 'Vergessen',
  ownRedirect: 'Eigene Adresse',
  ownRedirectText:
    'Nur wenn {service} keine Adresse auf diesem Rechner annimmt: eine https-Adresse, die du eingetragen hast. Dann fügst du die Adresse ein, auf der dein Browser landet.',
  waiting: 'Warten auf deinen Browser',
  waitingTexts: {
    address: 'Stimme auf der Seite von {service} zu. Tsuzuki macht von selbst weiter.',
    token: 'Stimme auf der Seite von {service} zu, kopiere, was sie zeigt, und wähle „Einfügen“.',
    pin: 'Stimme auf der Seite von {service} zu, kopiere die PIN und wähle „Einfügen“.',
  },
  waitingMore:
    'Geschieht nichts: Kopiere die Adresse der Seite, auf der dein Browser landet, und wähle „Einfügen“.',
  waitingOwn: 'Kopiere dann die Adresse, auf der dein Browser landet, und wähle „Einfügen“.',
  checking: '{service} wird gefragt, wer du bist',
  done: 'Angemeldet als {name}.',
  other:
    'Du hast dich als {name} angemeldet. {wanted} ist weiter abgemeldet; was dort wartet, bleibt dort und geht nirgends sonst hin.',
  failed: 'Das hat nicht geklappt',
  toSettings: 'Einstellungen öffnen',
  keeping: 'Aufbewahren von Anmeldungen',
  keepings: {
    protected: 'Deine Anmeldungen liegen im Schlüsselbund dieses Systems.',
    'basic-text':
      'Dieses System hat keinen Schlüsselbund, der etwas schützt. Anmeldungen gelten, bis du Tsuzuki schließt.',
    none: 'Dieses System hat keinen Schlüsselbund. Anmeldungen gelten, bis du Tsuzuki schließt.',
  },
  unprotected: 'Ungeschützt auf der Platte aufbewahren',
  unprotectedText: 'Jedes Programm, das deine Dateien liest, kann dann deine Konten benutzen.',
  unprotectedAsk: 'Anmeldungen ungeschützt aufbewahren?',
  unprotectedYes: 'Ungeschützt aufbewahren',
}

export const signInReasons: Words<typeof enReasons> = {
  'sign-in-denied': 'Du hast bei {service} Nein gesagt, darum wurde hier nichts geändert.',
  'sign-in-wrong-state':
    'Diese Antwort gehört zu einer anderen Anmeldung, darum nahm Tsuzuki sie nicht an. Es wartet weiter auf die richtige.',
  'sign-in-code-expired':
    '{service} nimmt diesen Code nicht an. Er ist wohl zu alt oder schon benutzt. Beginne noch einmal.',
  'sign-in-wrong-client':
    '{service} kennt diesen Client nicht. Prüfe Client-ID, Geheimnis und Rückkehradresse.',
  'sign-in-wrong-redirect':
    'Die Rückkehradresse ist nicht die, die {service} zu diesem Client hat. Trage genau die ein, die hier steht.',
  'sign-in-wrong-scope': '{service} gibt diesem Client nicht, was Tsuzuki braucht.',
  'sign-in-refused': '{service} hat die Anmeldung abgelehnt.',
  'sign-in-timeout':
    'Zehn Minuten lang kam niemand zurück, darum wartet Tsuzuki nicht mehr. Beginne noch einmal.',
  'sign-in-port-busy':
    'Ein anderes Programm benutzt den Port für die Anmeldung. Wähle in den Einstellungen einen anderen und trage die neue Adresse ein.',
  'sign-in-port-forbidden':
    'Dieses System lässt Tsuzuki den Port für die Anmeldung nicht benutzen. Wähle in den Einstellungen einen anderen und trage die neue Adresse ein.',
  'sign-in-no-client': 'Trage zuerst die Client-ID ein.',
  'sign-in-no-secret': 'Füge zuerst das Client-Geheimnis ein; ohne geht dieser Weg nicht.',
  'sign-in-no-browser': 'Der Browser ließ sich nicht öffnen.',
  'sign-in-not-running': 'Es wartet keine Anmeldung. Beginne noch einmal.',
  'sign-in-unknown-way': 'So kann man sich bei {service} nicht anmelden.',
  'sign-in-nothing-pasted':
    'Die Zwischenablage ist leer. Kopiere es noch einmal, dann wähle „Einfügen“.',
  'sign-in-unreadable':
    'So etwas gibt {service} nicht aus. Die Zwischenablage wurde geleert; kopiere noch einmal, dann wähle „Einfügen“.',
  'sign-in-whole-address':
    'Kopiere die ganze Adresse, auf der dein Browser gelandet ist, nicht nur den Code darin.',
  'sign-in-pin-of-v1':
    'Das ist eine PIN der ersten Schnittstelle von AniList. Das AniList von heute zeigt einen viel längeren Text.',
  'sign-in-token-of-v2': 'Das gehört zum AniList von heute. Hier wird eine PIN gebraucht.',
  'sign-in-token-ended': 'Diese Anmeldung ist schon abgelaufen. Hole dir bei {service} eine neue.',
  'sign-in-token-refused': '{service} nimmt das nicht an. Kopiere es noch einmal, und zwar ganz.',
}
