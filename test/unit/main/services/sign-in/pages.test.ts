import { describe, expect, test } from 'vitest'
import { pageWordsIn } from '../../../../../src/main/services/sign-in/page-words'
import { createPages } from '../../../../../src/main/services/sign-in/pages'

const pages = createPages(pageWordsIn('en-GB'))

describe('the page in the browser', () => {
  test('speaks the language of the app', () => {
    expect(pages.done('n').html).toContain('lang="en"')
    expect(createPages(pageWordsIn('de-AT')).done('n').html).toContain('Du kannst diese Seite')
    expect(createPages(pageWordsIn('fr')).done('n').html).toContain('lang="en"')
  })

  test('loads nothing and runs nothing but what carries its nonce', () => {
    for (const page of [pages.forward('N1'), pages.done('N1'), pages.failed('N1')]) {
      expect(page.policy).toContain("default-src 'none'")
      expect(page.policy).toContain("script-src 'nonce-N1'")
      expect(page.policy).not.toContain('unsafe')
      expect(page.html).not.toMatch(/https?:\/\//)
    }
  })

  test('runs a script only where something stands behind the #', () => {
    expect(pages.forward('n').html).toContain('<script nonce="n">')
    for (const page of [pages.done('n'), pages.failed('n'), pages.nothing('n')])
      expect(page.html).not.toContain('<script')
  })

  test('takes the token out of the address before it is sent', () => {
    const { html } = pages.forward('n')

    expect(html.indexOf('history.replaceState')).toBeLessThan(html.indexOf('fetch('))
  })

  test('says what to do without scripts', () => {
    expect(pages.forward('n').html).toContain('<noscript>')
  })

  test('tells success from failure by its status too', () => {
    expect(
      [pages.forward('n'), pages.done('n'), pages.failed('n'), pages.nothing('n')].map(
        ({ status }) => status,
      ),
    ).toEqual([200, 200, 400, 404])
  })
})
