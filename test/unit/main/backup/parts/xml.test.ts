import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContext } from '../../../../../src/main/backup/context'
import { readXmlRecords, rootElement, type XmlRecord } from '../../../../../src/main/backup/xml'
import { xmlText } from '../../../../../src/main/backup/writers/xml-text'
import { runs, text as anyText } from '../support/arbitrary'
import { failureOf } from '../support/fixtures'

const names = new Set(['row', 'head'])

function read(text: string, limits = {}) {
  const records: XmlRecord[] = []
  const end = readXmlRecords(
    { text, repairedAt: [] },
    names,
    createContext({ limits }),
    (record) => void records.push(record),
  )
  return { records, ...end }
}

const fieldsOf = (text: string) => read(text).records.map(({ fields }) => ({ ...fields }))

test('gives the children of each record as texts', () => {
  const { records } = read('<list><head><a>1</a></head><row><b>2</b><c/></row></list>')

  expect(records.map(({ name, parent }) => [name, parent])).toEqual([
    ['head', 'list'],
    ['row', 'list'],
  ])
  expect(records.map(({ fields }) => ({ ...fields }))).toEqual([{ a: '1' }, { b: '2', c: '' }])
})

test('gives back any text that was written for XML', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
      const rows = texts.map((text) => `<row><a>${xmlText(text)}</a></row>`).join('\n')

      // What XML cannot hold is gone; everything else is as it was.
      const held = texts.map((text) =>
        text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ''),
      )
      expect(fieldsOf(`<list>${rows}</list>`).map(({ a }) => a)).toEqual(held)
    }),
    { numRuns: runs * 2 },
  )
})

test('joins text, references and CDATA of one element', () => {
  expect(fieldsOf('<row><a>x &amp; &#x41;<![CDATA[ <b>&amp; ]]>y</a></row>')).toEqual([
    { a: 'x & A <b>&amp; y' },
  ])
})

test('leaves a & that is no reference as it is, wherever it stands', () => {
  expect(fieldsOf('<row><a>& &b; &amp &#; &#x; a&b</a><b>&</b></row>')).toEqual([
    { a: '& &b; &amp &#; &#x; a&b', b: '&' },
  ])
})

test('takes the text inside of an element that nobody knows', () => {
  expect(fieldsOf('<row><a>1<deep>2<er>3</er></deep>4</a></row>')).toEqual([{ a: '1234' }])
})

test('reads text of an element that is cut into many pieces', () => {
  const long = 'x'.repeat(200_000)

  expect(fieldsOf(`<row><a>${long}&${long}</a></row>`)[0]?.a).toBe(`${long}&${long}`)
})

test('collects the comments at the head', () => {
  expect(read('<!-- one --><list><!-- two --></list>').comments).toBe(' one  two ')
})

test('knows whether the end is missing', () => {
  expect(read('<list><row><a>1</a></row></list>').cutShort).toBe(false)
  expect(read('<list><row><a>1</a></row>').cutShort).toBe(true)
  expect(read('<list><row><a>1</a><b>').cutShort).toBe(true)
  expect(read('<list><row><a><![CDATA[x').cutShort).toBe(true)
})

test('a record that was never closed ends where the next begins', () => {
  const { records } = read('<list><row><a>1</a><row><a>2</a></row></list>')

  expect(records.map(({ fields }) => fields.a)).toEqual(['1', '2'])
})

test('a closing tag of nothing does not end the file', () => {
  const { records } = read('<list><row><a>1</b></a></row><row><a>2</a></row></list>')

  expect(records.at(-1)?.fields.a).toBe('2')
  expect(records[0]?.broken).toContain('unexpected close tag')
})

test('marks only the record in which something is broken', () => {
  const { records } = read('<list><row><a>1</a></row><row><a>\u0001</a></row><row/></list>')

  expect(records.map(({ broken }) => broken !== null)).toEqual([false, true, false])
})

test('several roots are no fault of a record', () => {
  const { records } = read('<?xml version="1.0"?><meta/><list><row><a>1</a></row></list>')

  expect(records.map(({ broken }) => broken)).toEqual([null])
})

test('refuses document types before anything of them is used', () => {
  for (const doctype of ['<!DOCTYPE a>', '<!DOCTYPE a [<!ENTITY b "c">]>']) {
    expect(failureOf(() => read(`${doctype}<row/>`)).reason).toBe('unsafe-xml')
  }
})

test('refuses depth beyond its limit', () => {
  expect(failureOf(() => read('<a>'.repeat(40))).reason).toBe('too-deep')
  expect(failureOf(() => read('<a><b><c/></b></a>', { depth: 2 })).reason).toBe('too-deep')
})

test.each([
  ['<myanimelist>', 'myanimelist'],
  ['\n <?xml version="1.0"?>\n<!-- <no/> --><list a="1">', 'list'],
  ['<!DOCTYPE list [', 'list'],
  ['<a/>', 'a'],
  ['text <a>', null],
  ['<?xml version="1.0"?>', null],
  ['<!-- only -->', null],
  ['', null],
])('the root of %j is %j', (text, root) => {
  expect(rootElement(text)).toBe(root)
})
