import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import ForeignText from '../../../../src/renderer/src/components/foreign/ForeignText.vue'
import { withoutAddresses } from '../../../../src/shared/community/foreign-address'
import { hostileTexts } from '../support/hostile-texts'
import { type FakeBridge, installFakeBridge } from '../support/fake-bridge'
import { freshStores, show } from '../support/mounting'

let bridge: FakeBridge
const content = '0123456789abcdef'
let shown: ReturnType<typeof show> | undefined

beforeEach(() => {
  // An inert document loads nothing in a browser; happy-dom would, and be loud about it.
  const { settings } = (window as never as { happyDOM: { settings: object } }).happyDOM
  Object.assign(settings, {
    handleDisabledFileLoadingAsSuccess: true,
    disableIframePageLoading: true,
  })
  freshStores()
  bridge = installFakeBridge({ 'foreign:open': () => true })
})
afterEach(() => shown?.unmount())

function draw(text: string) {
  shown = show(ForeignText, { text: withoutAddresses(text, content).text })
  return shown
}

describe('a foreign text', () => {
  test('is Markdown and HTML as their writer meant them', () => {
    const text = draw('**bold** and <i>slanted</i>\n\n# Head\n\n- one\n- two')

    expect(text.find('strong').text()).toBe('bold')
    expect(text.find('i').text()).toBe('slanted')
    expect(text.find('p.heading').text()).toBe('Head')
    expect(text.findAll('li')).toHaveLength(2)
  })

  test('keeps its words whatever it opens with', () => {
    expect(draw('<frameset><frame src="x"></frameset> Words').text()).toContain('Words')
  })

  test('breaks a line once where HTML and its source both break it', () => {
    expect(draw('One<br>\nTwo').findAll('br')).toHaveLength(1)
    shown?.unmount()
    expect(draw('One<br><br>\n(Two)').findAll('br')).toHaveLength(2)
    shown?.unmount()
    expect(draw('One\nTwo').findAll('br')).toHaveLength(1)
    shown?.unmount()
    expect(draw('One<br>\n\n- a\n- b').findAll('li')).toHaveLength(2)
    const code = '```\n<br>\nTwo\n'
    expect(draw(`${code}\`\`\`\nOne<br>\nTwo`).get('code').text()).toBe('<br>\nTwo')
    expect(draw(`${code}\`\`\`\nOne<br>\nTwo`).findAll('br')).toHaveLength(1)
    expect(draw(code).get('code').text()).toBe('<br>\nTwo')
  })

  test('folds a spoiler, and unfolds it by its button', async () => {
    const text = draw('Before ~!the butler **did** it!~ after')

    expect(text.text()).not.toContain('butler')
    expect(text.get('button.spoiler-button').attributes('aria-expanded')).toBe('false')
    await text.get('button.spoiler-button').trigger('click')
    expect(text.text()).toContain('the butler did it')
    expect(text.find('.spoiler-inside strong').text()).toBe('did')
  })

  test.each([
    ['over paragraphs', 'a ~!one\n\ntwo!~ b'],
    ['in one another', '~!one ~!two!~ one!~'],
    ['never closed', 'a ~!one two'],
    ['around centred words', '~!~~~one~~~!~'],
    ['in centred words', '~~~a ~!one!~ b~~~'],
    ['as HTML', "<span class='markdown_spoiler'><span>one two</span></span>"],
  ])('shows nothing of a spoiler that lies %s', (_how, source) => {
    const text = draw(source)

    expect(text.findAll('.spoiler-button').length).toBeGreaterThan(0)
    expect(text.text()).not.toMatch(/one|two/)
  })

  test('has links as numbers, which main opens', async () => {
    const text = draw(
      'See [this](https://example.org/a?b=1&amp;c=2) and http://anilist.co/anime/1.',
    )

    const [first, second] = text.findAll('[role=link]')
    expect(first?.text()).toBe('this')
    expect(second?.text()).toBe('anilist.co/anime/1')
    expect(text.html()).not.toContain('https://')
    await first?.trigger('click')
    await second?.trigger('click')
    expect(bridge.argsOf('foreign:open')).toEqual([
      [content, 0],
      [content, 1],
    ])
  })

  test('has pictures as plates with their host, loaded through main when asked for', async () => {
    const text = draw('img220(https://i.example.org/a_b(c).png) ![x](https://two.example/y.png)')

    const plates = text.findAll('.plate-of-picture')
    expect(plates.map((plate) => plate.text())).toEqual([
      expect.stringContaining('Load picture from i.example.org'),
      expect.stringContaining('Load picture from two.example'),
    ])
    expect(text.find('img').exists()).toBe(false)
    await plates[0]?.trigger('click')
    expect(text.get('img').attributes('src')).toBe(`cover://words/${content}-0`)
  })

  test('has a film as a link, whether it came by its address or its number', () => {
    const text = draw('youtube(dQw4w9WgXcQ)\n\nyoutube(https://www.youtube.com/watch?v=abc)')

    expect(text.findAll('[role=link]').map((link) => link.text())).toEqual([
      'www.youtube.com/watch?v=dQw4w9WgXcQ',
      'www.youtube.com/watch?v=abc',
    ])
  })

  test('names people with a way to their page, and takes no mail address for one', () => {
    const text = draw('Hi @mia, not me@example')

    expect(text.findAll('a').map((link) => link.attributes('href'))).toEqual(['/user/@mia'])
  })

  test('is given up deep inside, and never without an answer', () => {
    const text = draw(`${'<div>'.repeat(300)}deep${'~!'.repeat(2_000)}`)

    expect(text.find('.foreign').exists()).toBe(true)
  })
})

const allowed = new Set([
  ...['A', 'B', 'BLOCKQUOTE', 'BR', 'BUTTON', 'CODE', 'DEL', 'DIV', 'EM', 'HR', 'I', 'LI', 'OL'],
  ...['P', 'PRE', 'S', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TABLE', 'TBODY', 'TD', 'TH', 'THEAD'],
  ...['TR', 'U', 'UL'],
])
const allowedAttributes = /^(class|type|role|title|href|aria-expanded|data-selectable|name)$/

describe('a hostile text', () => {
  test('comes in more than 200 kinds', () => {
    expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(200)
  })

  test.each(hostileTexts)('draws nothing but plain elements: %s', (source) => {
    const text = draw(source)

    for (const element of text.element.querySelectorAll('*')) {
      expect(allowed).toContain(element.tagName)
      for (const { name, value } of element.attributes) {
        expect(name).toMatch(allowedAttributes)
        if (name === 'href') expect(value).toMatch(/^\/user\/@\w+$/)
      }
    }
    expect(bridge.calls).toEqual([])
  })
})
