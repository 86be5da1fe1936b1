import type { Page } from '@playwright/test'

export type AccountsPage = ReturnType<typeof accountsPage>

/** The page of accounts as somebody uses it who goes by what is said. English. */
export function accountsPage(page: Page) {
  const signIn = page.locator('#sign-in')
  return {
    signIn,
    list: page.locator('li.account'),
    account: (name: string) => page.locator('li.account').filter({ hasText: name }),
    /** A radio button that is drawn as its label. */
    service: (name: string) =>
      signIn.getByRole('group', { name: 'Service' }).getByText(name, { exact: true }),
    way: (name: string) => signIn.getByRole('radio', { name }),
    details: signIn.locator('summary'),
    clientId: signIn.getByRole('textbox', { name: 'Client ID' }),
    pasteSecret: signIn.getByRole('button', { name: 'Paste: Client secret' }),
    start: signIn.getByRole('button', { name: /^Sign in (at|again)/ }),
    progress: page.locator('.progress'),
    paste: page.locator('.progress').getByRole('button', { name: 'Paste' }),
    cancel: page.locator('.progress').getByRole('button', { name: 'Cancel' }),
    show: page.locator('.progress').getByRole('button', { name: 'Show this list' }),
    dialog: page.getByRole('dialog'),
    async go() {
      await page.evaluate(() => (location.hash = '#/accounts'))
      await page.getByRole('heading', { name: 'Accounts' }).waitFor()
    },
  }
}
