import type { failures as en } from '../en/failures'
import type { Words } from '../words'
import { signInReasons } from './sign-in'

export const failures: Words<typeof en> = {
  codes: {
    offline:
      'Keine Verbindung zu {service}. Deine Änderungen sind hier gesichert und gehen später raus.',
    'outcome-unknown':
      '{service} hat nicht rechtzeitig geantwortet. Tsuzuki sieht erst nach, dann geht es weiter.',
    'rate-limited': '{service} bittet um eine Pause. Es geht von selbst weiter.',
    outage: '{service} ist gerade nicht erreichbar. Deine Änderungen sind sicher und warten.',
    blocked: '{service} lässt diese App nicht herein. Deine Änderungen bleiben erhalten.',
    scope:
      'Diese Anmeldung bei {service} erlaubt das nicht. Melde dich neu an, um sie zu erneuern.',
    'signed-out':
      'Du bist bei {service} abgemeldet. Deine Änderungen warten, bis du dich wieder anmeldest.',
    refused: '{service} hat das abgelehnt. Deine Änderung bleibt hier. Ändere oder verwirf sie.',
    gone: 'Das gibt es bei {service} nicht mehr. Deine Änderung bleibt hier. Füge es neu hinzu oder verwirf sie.',
    'bad-answer':
      'Die Antwort von {service} ist unlesbar. Es ging nichts verloren; Tsuzuki versucht es wieder.',
    conflict: 'An zwei Stellen geändert. Wähle, was gilt.',
    storage:
      'Das ließ sich nicht auf deiner Platte sichern, darum wurde nichts geändert. Ist sie voll?',
    cancelled: 'Das wurde abgebrochen. Es wurde nichts geändert.',
    'invalid-input': 'Dieser Wert passt nicht. Es wurde nichts geändert.',
    unexpected: 'In Tsuzuki ging etwas schief. Deine Liste ist sicher.',
  },
  reasons: {
    ...signInReasons,
    'needs-sign-in':
      'Das braucht ein Konto bei {service}. Melde dich erst an; alles andere geht auch ohne.',
    'no-homepage':
      'Es ist keine Homepage eingetragen, darum ruft Tsuzuki {service} nicht auf. Trage eine in den Einstellungen ein; der Sandkasten geht auch ohne.',
    'score-range':
      'Diese Wertung kann das Konto nicht speichern. Deine Änderung bleibt hier. Ändere oder verwirf sie.',
    'notes-too-long': '{service} nimmt nur kürzere Notizen an. Es wurde nichts geändert.',
    'priority-range': 'Diese Priorität gibt es bei {service} nicht. Es wurde nichts geändert.',
    'repeats-range': 'So viele Wiederholungen zählt {service} nicht. Es wurde nichts geändert.',
    'text-empty': 'Es gibt keinen Text, der gesendet werden könnte.',
    'text-short': 'Dieser Text ist {service} zu kurz. Es wurde nichts gesendet.',
    'text-long': 'Dieser Text ist {service} zu lang. Es wurde nichts gesendet.',
    'disk-full':
      'Deine Platte ist voll, darum wurde nichts geändert. Schaffe Platz und versuche es noch einmal.',
    'not-on-list': 'Dieser Titel steht nicht mehr auf der Liste.',
    'nothing-to-undo': 'Es gibt nichts rückgängig zu machen.',
    newer:
      'Diese Datenbank stammt von einem neueren Tsuzuki und blieb unberührt. Bitte aktualisiere.',
    busy: 'Ein anderes Programm benutzt die Datenbank, darum wurde nichts geändert. Versuche es noch einmal.',
    'read-only':
      'In den Ordner der Datenbank lässt sich nicht schreiben, darum wurde nichts geändert.',
    disk: 'Deine Platte meldet einen Fehler, darum wurde nichts geändert.',
    damaged:
      'Die Datenbank ist beschädigt. Starte Tsuzuki neu: Die Datei wird beiseitegelegt und deine Liste neu gelesen.',
    'cannot-open': 'Die Datenbank lässt sich nicht öffnen, darum wurde nichts geändert.',
    'no-account': 'Dieses Konto gibt es hier nicht mehr.',
    'not-waiting': 'Diese Änderung wartet nicht mehr.',
    'choose-all': 'Wähle zuerst für jedes Feld.',
    'sandbox-off': 'Der Sandkasten ist aus. Deine Änderungen warten hier, bis du ihn einschaltest.',
    'no-sandbox': 'Der Sandkasten ließ sich nicht starten.',
    'other-address':
      'Dieses Konto gehört zu einer anderen Adresse von {service}. Seine Änderungen warten hier.',
    'status-not-stored':
      'Diesen Status hat {service} nicht. Deine Änderung bleibt hier. Ändere oder verwirf sie.',
    status: 'Diesen Status hat {service} nicht. Es wurde nichts geändert.',
    'user-agent':
      '{service} nimmt nicht an, wie diese App sich nennt. Trage in den Einstellungen eine Homepage ein. Deine Änderungen bleiben erhalten.',
    portal:
      'Dieses Netz antwortet anstelle von {service}: Öffne erst seine Seite im Browser, etwa die Anmeldung eines Hotels. Deine Änderungen sind hier gesichert und gehen später raus.',
    retired: '{service} ist endgültig abgeschaltet. Deine Liste bleibt hier.',
    'ability-missing': 'Das kann {service} nicht.',
    'no-desktop': 'Das geht nur im Fenster.',
    'unknown-file': 'Das ist keine Liste, die Tsuzuki kennt. Nichts wurde geändert.',
    'empty-file': 'Diese Datei ist leer. Nichts wurde geändert.',
    'web-page':
      'Das ist eine Internetseite und keine Liste. So antworten Seiten, wenn man sich vor dem Herunterladen anmelden muss. Nichts wurde geändert.',
    'damaged-file': 'Diese Datei ist beschädigt und lässt sich nicht lesen. Nichts wurde geändert.',
    'too-big': 'Diese Datei ist größer als jede Liste. Sie wurde nicht gelesen.',
    'too-deep': 'Diese Datei ist so seltsam gebaut, dass sie nicht gelesen wurde.',
    'unsafe-xml': 'Diese Datei will an andere Dateien. Sie wurde nicht gelesen.',
    'newer-version': 'Diese Sicherung stammt von einem neueren Tsuzuki. Bitte aktualisiere.',
    pickle: 'Diese Datei ist ein Programm und keine Liste. Sie wurde nicht gelesen.',
    'not-saved': 'Die Datei ließ sich nicht speichern. Was vorher da war, ist noch da.',
    'no-file': 'Es ist keine Datei mehr offen. Lege sie noch einmal ab.',
    'import-starting': 'Dieser Import beginnt gerade schon. Er bleibt, wie er ist.',
    'no-job': 'Diesen Import gibt es nicht mehr.',
    'no-transfer': 'Die Datei wurde durch eine andere ersetzt. Lege sie noch einmal ab.',
    'link-forgotten': 'Dieser Link ist nicht mehr bekannt. Öffne die Seite noch einmal.',
    'nothing-to-redo': 'Es gibt nichts zu wiederholen.',
  },
  detail: 'Einzelheiten',
  title: 'Das hat nicht geklappt',
}
