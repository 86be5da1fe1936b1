import { afterEach, describe, expect, test } from 'vitest'
import ClientSetup from '../../../../src/renderer/src/components/accounts/ClientSetup.vue'
import KeepingChoice from '../../../../src/renderer/src/components/accounts/KeepingChoice.vue'
import SignInProgress from '../../../../src/renderer/src/components/accounts/SignInProgress.vue'
import SignInSection from '../../../../src/renderer/src/components/accounts/SignInSection.vue'
import type { Failure } from '../../../../src/shared/failure'
import type { Keeping, SignInSetup, SignInState } from '../../../../src/shared/sign-in'
import { account } from '../support/builders'
import { show } from '../support/mounting'

afterEach(() => (document.body.innerHTML = ''))

const address = 'http://127.0.0.1:47823/sign-in'
const anilist: SignInSetup = {
  service: 'anilist',
  clientId: '',
  hasSecret: false,
  ownRedirect: '',
  ways: [
    { way: 'browser', secret: 'none', redirectUri: address },
    { way: 'pin', secret: 'none', redirectUri: 'https://anilist.co/api/v2/oauth/pin' },
    { way: 'code', secret: 'needed', redirectUri: address },
  ],
  sites: [],
  canRegister: true,
}
const anisearch: SignInSetup = {
  ...anilist,
  service: 'anisearch',
  ways: [{ way: 'browser', secret: 'optional', redirectUri: address }],
  sites: ['www.anisearch.com', 'www.anisearch.de'],
}

describe('the section', () => {
  function section(more: Record<string, unknown> = {}) {
    return show(SignInSection, {
      service: 'anilist',
      setups: [anilist, anisearch],
      wanted: null,
      busy: false,
      lastWays: {},
      ...more,
    })
  }
  const startOf = (shown: ReturnType<typeof section>) =>
    shown.findAll('button').find((button) => button.classes('start'))

  test('shows the address to register for the way that is chosen', async () => {
    const shown = section()
    expect(shown.text()).toContain(address)

    await shown.find('input[value=pin]').setValue()

    expect(shown.text()).toContain('https://anilist.co/api/v2/oauth/pin')
    expect(shown.text()).not.toContain(address)
  })

  test('asks for a secret only where the way needs one', async () => {
    const shown = section()
    expect(shown.text()).not.toContain('Client secret')

    await shown.find('input[value=code]').setValue()

    expect(shown.text()).toContain('Client secret')
  })

  test('starts with what was chosen', async () => {
    const shown = section({ service: 'anisearch' })
    await shown.find('select').setValue('www.anisearch.de')

    await startOf(shown)?.trigger('click')

    expect(shown.emitted('start')).toEqual([
      [{ service: 'anisearch', way: 'browser', site: 'www.anisearch.de' }],
    ])
  })

  test('begins with the way that was taken last', async () => {
    const shown = section({ lastWays: { anilist: 'pin' } })

    await startOf(shown)?.trigger('click')

    expect(shown.emitted('start')).toEqual([[{ service: 'anilist', way: 'pin' }]])
  })

  test('keeps the way while the client is being named', async () => {
    const shown = section()
    await shown.find('input[value=code]').setValue()

    await shown.setProps({ setups: [{ ...anilist, clientId: '7' }, anisearch] } as never)

    expect((shown.find('input[value=code]').element as HTMLInputElement).checked).toBe(true)
    expect(shown.text()).toContain('Client 7')
  })

  test('says for whom it is, and lets one be somebody else', async () => {
    const shown = section({ wanted: account({ id: 4, userName: 'mia' }) })
    expect(shown.text()).toContain('For AniList mia')
    await startOf(shown)?.trigger('click')

    expect(shown.emitted('start')).toEqual([[{ service: 'anilist', way: 'browser', accountId: 4 }]])
  })

  test('cannot be started twice', () => {
    expect(startOf(section({ busy: true }))?.attributes('disabled')).toBeDefined()
  })
})

describe('the client', () => {
  const client = (setup: Partial<SignInSetup>, way: 0 | 1 | 2 = 2) =>
    show(ClientSetup, {
      setup: { ...anilist, ...setup },
      way: anilist.ways[way],
      service: 'AniList',
    })

  test('has no field for a secret, only a button', () => {
    const shown = client({})

    expect(shown.findAll('input')).toHaveLength(1)
    expect(shown.findAll('button').map((button) => button.attributes('aria-label'))).toContain(
      'Paste: Client secret',
    )
  })

  test('says that a secret is kept, never which', () => {
    const shown = client({ hasSecret: true })

    expect(shown.text()).toContain('It is never shown again.')
    expect(shown.text()).toContain('Forget')
  })

  test('keeps an id that can be one, and complains of another', async () => {
    const shown = client({})
    await shown.find('input').setValue('two words')
    await shown.find('input').trigger('blur')
    expect(shown.emitted('client')).toBeUndefined()
    expect(shown.text()).toContain('without spaces')

    await shown.find('input').setValue(' 4010 ')
    await shown.find('input').trigger('blur')

    expect(shown.emitted('client')).toEqual([['4010', '']])
  })

  test('where nobody can register any more, there is no button for it', () => {
    const shown = client({ canRegister: false })

    expect(shown.text()).toContain('has been switched off')
    expect(shown.text()).not.toContain('Open the page for it')
  })
})

describe('the progress', () => {
  const waiting: SignInState = {
    service: 'anilist',
    way: 'browser',
    phase: 'waiting',
    pastes: 'address',
    failure: null,
    signedInAs: null,
  }
  function progress(state: Partial<SignInState> | null, more: Record<string, unknown> = {}) {
    return show(SignInProgress, {
      state: state && { ...waiting, ...state },
      refused: null,
      service: 'AniList',
      byHand: false,
      signedInAs: 'mia',
      wanted: null,
      ...more,
    })
  }
  const labels = (shown: ReturnType<typeof progress>) =>
    shown.findAll('button').map((button) => button.text())

  test('is not there while there is nothing to tell', () => {
    expect(progress(null).text()).toBe('')
  })

  test.each([
    ['address', 'Tsuzuki goes on by itself'],
    ['token', 'copy what it shows'],
    ['pin', 'copy the PIN'],
  ] as const)('says what to do for the %s', (pastes, words) => {
    const shown = progress({ pastes })

    expect(shown.text()).toContain(words)
    expect(labels(shown)).toEqual(['Paste', 'Cancel'])
  })

  test('says what was wrong with a paste and goes on waiting', () => {
    const failure: Failure = { code: 'invalid-input', reason: 'sign-in-pin-of-v1' }
    const shown = progress({ failure })

    expect(shown.find('[role=alert]').text()).toContain('That is a PIN of the first AniList')
    expect(labels(shown)).toEqual(['Paste', 'Cancel'])
  })

  test('cannot be pasted into while the service is asked', () => {
    expect(labels(progress({ phase: 'checking' }))).toEqual(['Cancel'])
  })

  test('names who is in, and leads to the list', async () => {
    const shown = progress({ phase: 'done', signedInAs: 1 })
    expect(shown.text()).toContain('Signed in as mia.')
    await shown.findAll('button')[0]?.trigger('click')

    expect(shown.emitted('show')).toHaveLength(1)
  })

  test('says who is still out when somebody else came in', () => {
    const shown = progress({ phase: 'done', signedInAs: 2 }, { wanted: 'kei' })

    expect(shown.text()).toContain('You signed in as mia. kei is still signed out')
  })

  test.each(['sign-in-port-busy', 'no-homepage'])('%s leads to the settings', (reason) => {
    const refused: Failure = { code: 'invalid-input', reason }

    expect(labels(progress(null, { refused }))).toEqual(['Open the settings', 'Close'])
  })
})

describe('how sign-ins are kept', () => {
  const choice = (keeping: Partial<Keeping>) =>
    show(KeepingChoice, {
      keeping: { protection: 'none', unprotectedAllowed: false, sessionOnly: [], ...keeping },
    })

  test('is no question where a key store protects them', () => {
    expect(choice({ protection: 'protected' }).find('[role=switch]').exists()).toBe(false)
  })

  test('unprotected needs a second, explicit yes', async () => {
    const shown = choice({})
    await shown.find('[role=switch]').setValue(true)
    expect(shown.emitted('allow')).toBeUndefined()

    await shown.findAll('[role=dialog] button').at(-1)?.trigger('click')

    expect(shown.emitted('allow')).toEqual([[true]])
  })

  test('a no is taken at once', async () => {
    const shown = choice({ unprotectedAllowed: true })
    await shown.find('[role=switch]').setValue(false)

    expect(shown.emitted('allow')).toEqual([[false]])
  })
})
