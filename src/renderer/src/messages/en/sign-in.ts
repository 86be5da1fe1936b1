import type { SignInReason } from '../../../../shared/sign-in'

export const signIn = {
  title: 'Sign in',
  intro:
    'You sign in at the service itself, in your browser. Tsuzuki never sees your password, and nothing is typed into this window that is worth stealing.',
  service: 'Service',
  at: 'Sign in at {service}',
  again: 'Sign in again as {name}',
  forAccount: 'For {name}. The list and what waits in its queue stay as they are.',
  somebodyNew: 'Sign in as somebody else',
  way: 'How',
  ways: {
    browser: 'In the browser, and back by itself',
    pin: 'In the browser, then copy and paste',
    code: 'In the browser, with a client secret of your own',
  },
  wayTexts: {
    browser: 'Tsuzuki waits on this computer until your browser comes back.',
    pin: 'The page of {service} shows a code. Copy it and choose Paste here.',
    code: 'As the first, but only for a client whose secret you have.',
  },
  site: 'Language of the page',
  register: 'The client',
  registered: 'Client {id}',
  registerText:
    '{service} wants to know which program is asking. Register one there once; the name is yours to choose. Tsuzuki brings none along.',
  retired:
    '{service} has been switched off, and nobody can register a client any more. This is for servers that still speak like it.',
  openRegistration: 'Open the page for it',
  redirect: 'Redirect address',
  redirectText: 'Register exactly this address and no other.',
  copy: 'Copy',
  copied: 'Copied',
  clientId: 'Client ID',
  badClientId: 'Letters and digits, without spaces',
  secret: 'Client secret',
  secretNone: 'Copy it at {service}, then choose Paste.',
  secretOptional: 'If {service} gave you one: copy it there, then choose Paste.',
  secretKept: 'Kept. It is never shown again.',
  paste: 'Paste',
  pasteText: 'Tsuzuki reads the clipboard and empties it.',
  forget: 'Forget',
  ownRedirect: 'Address of your own',
  ownRedirectText:
    'Only if {service} takes no address on this computer: an https address that you registered. You then paste the address at which your browser ends.',
  waiting: 'Waiting for your browser',
  waitingTexts: {
    address: 'Agree on the page of {service}. Tsuzuki goes on by itself.',
    token: 'Agree on the page of {service}, copy what it shows, and choose Paste.',
    pin: 'Agree on the page of {service}, copy the PIN, and choose Paste.',
  },
  waitingMore:
    'If nothing happens: copy the address of the page at which your browser ends, and choose Paste.',
  waitingOwn: 'Then copy the address at which your browser ends, and choose Paste.',
  checking: 'Asking {service} who you are',
  done: 'Signed in as {name}.',
  other:
    'You signed in as {name}. {wanted} is still signed out; what waits there stays and goes nowhere else.',
  failed: 'That did not work',
  toSettings: 'Open the settings',
  keeping: 'Keeping sign-ins',
  keepings: {
    protected: 'Your sign-ins are kept behind the key store of this system.',
    'basic-text':
      'This system has no key store that protects anything. Sign-ins last until you close Tsuzuki.',
    none: 'This system has no key store. Sign-ins last until you close Tsuzuki.',
  },
  unprotected: 'Keep them on disk, unprotected',
  unprotectedText: 'Any program that reads your files can then use your accounts.',
  unprotectedAsk: 'Keep sign-ins unprotected?',
  unprotectedYes: 'Keep them unprotected',
} as const

/** What went wrong on the way in, what is safe, what one can do. */
export const signInReasons = {
  'sign-in-denied': 'You said no at {service}, so nothing was changed here.',
  'sign-in-wrong-state':
    'This answer belongs to another sign-in, so Tsuzuki did not take it. It goes on waiting for the right one.',
  'sign-in-code-expired':
    '{service} does not take this code. It may be too old or used already. Start again.',
  'sign-in-wrong-client':
    '{service} does not know this client. Check the client ID, the secret and the redirect address.',
  'sign-in-wrong-redirect':
    'The redirect address is not the one that {service} has for this client. Register exactly the one shown here.',
  'sign-in-wrong-scope': '{service} does not give this client what Tsuzuki needs.',
  'sign-in-refused': '{service} refused the sign-in.',
  'sign-in-timeout': 'Nobody came back for ten minutes, so Tsuzuki stopped waiting. Start again.',
  'sign-in-port-busy':
    'Another program uses the port for signing in. Choose another port in the settings and register the new address.',
  'sign-in-port-forbidden':
    'This system does not let Tsuzuki use the port for signing in. Choose another port in the settings and register the new address.',
  'sign-in-no-client': 'Enter the client ID first.',
  'sign-in-no-secret': 'Paste the client secret first; this way does not work without it.',
  'sign-in-no-browser': 'The browser could not be opened.',
  'sign-in-not-running': 'No sign-in is waiting. Start again.',
  'sign-in-unknown-way': '{service} has no such way to sign in.',
  'sign-in-nothing-pasted': 'The clipboard is empty. Copy it again, then choose Paste.',
  'sign-in-unreadable':
    'That is not what {service} gives out. The clipboard was emptied; copy again, then choose Paste.',
  'sign-in-whole-address':
    'Copy the whole address at which your browser ended, not only the code in it.',
  'sign-in-pin-of-v1':
    'That is a PIN of the first AniList interface. AniList of today shows a much longer token.',
  'sign-in-token-of-v2': 'That is a token of AniList of today. This one wants a PIN.',
  'sign-in-token-ended': 'This token has ended already. Get a new one at {service}.',
  'sign-in-token-refused': '{service} does not take this token. Copy it again, whole.',
} as const satisfies Record<SignInReason, string>
