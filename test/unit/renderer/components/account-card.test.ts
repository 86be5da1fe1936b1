import { describe, expect, test } from 'vitest'
import AccountCard from '../../../../src/renderer/src/components/accounts/AccountCard.vue'
import type { Account } from '../../../../src/shared/account'
import { account } from '../support/builders'
import { show } from '../support/mounting'

describe('the card of an account', () => {
  const dayMs = 24 * 60 * 60_000
  const card = (change: Partial<Account>, sessionOnly = false) =>
    show(AccountCard, {
      account: account({
        sandbox: false,
        capabilities: { createsCustomLists: false },
        ...(change as object),
      }),
      sync: null,
      shown: true,
      now: 0,
      sessionOnly,
    })
  const offers = (shown: ReturnType<typeof card>) => shown.text().includes('Sign in again')

  test('offers to sign in again when signed out, or when it ends within 30 days', () => {
    expect(offers(card({ signedIn: false }))).toBe(true)
    expect(offers(card({ signInEndsAt: 29 * dayMs }))).toBe(true)
    expect(offers(card({ signInEndsAt: 31 * dayMs }))).toBe(false)
    expect(offers(card({ signInEndsAt: null }))).toBe(false)
    expect(offers(card({ sandbox: true, signedIn: false }))).toBe(false)
  })

  test('says of a sign-in that renews itself when it would end, and offers a new one only near that', () => {
    const renewing = (days: number) => card({ signInRenews: true, signInEndsAt: days * dayMs })

    expect(renewing(29).text()).toContain('renews itself while Tsuzuki is used')
    expect(renewing(29).text()).toContain('January 30, 1970')
    expect(offers(renewing(29))).toBe(false)
    expect(offers(renewing(6))).toBe(true)
    expect(card({ signInEndsAt: 40 * dayMs }).text()).not.toContain('renews itself')
  })

  test('says that a sign-in ends with the app', () => {
    expect(card({}, true).text()).toContain('lasts until you close Tsuzuki')
    expect(card({ signedIn: false }, true).text()).not.toContain('lasts until')
  })

  test('can be signed out only where somebody is in', () => {
    const labels = (change: Partial<Account>) =>
      card(change)
        .findAll('button')
        .map((button) => button.attributes('aria-label'))

    expect(labels({})).toContain('Sign out')
    expect(labels({ signedIn: false })).not.toContain('Sign out')
    expect(labels({ sandbox: true })).not.toContain('Sign out')
  })
})
