import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeCbor, encodeCbor } from '../../electron/chromium/cbor.ts'
import { createCdp } from '../../electron/chromium/cdp.ts'

describe('the CBOR of the pipe', () => {
  test('brings back what was sent', () => {
    const message = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue())

    fc.assert(
      fc.property(message, (value) => {
        expect(decodeCbor(encodeCbor(value))).toEqual(value)
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  test.each([0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31, -1, -25, -(2 ** 31), 0.1])(
    'knows the number %d',
    (n) => {
      expect(decodeCbor(encodeCbor({ n }))).toEqual({ n })
    },
  )

  test('leaves out what is undefined', () => {
    expect(decodeCbor(encodeCbor({ a: undefined, b: null }))).toEqual({ b: null })
  })

  test('writes an object as an envelope that tells its length', () => {
    const bytes = encodeCbor({ id: 1 })

    expect(bytes.toString('hex')).toBe('d8185a00000006bf62696401ff')
  })

  test('carries bytes as bytes, and hands those of Chromium out as base64', () => {
    const body = Buffer.from([0, 1, 254, 255])

    const encoded = encodeCbor({ body })

    expect(encoded.includes(body)).toBe(true)
    expect(decodeCbor(encoded)).toEqual({ body: body.toString('base64') })
  })

  test('names a byte it does not know', () => {
    expect(() => decodeCbor(Buffer.from([0xf9]))).toThrow('unknown byte 249 at 0')
  })
})

describe('a connection', () => {
  function connect() {
    const toChromium = new PassThrough()
    const fromChromium = new PassThrough()
    const cdp = createCdp(toChromium, fromChromium)
    const hear = (message: object) => fromChromium.write(encodeCbor(message))
    return { cdp, toChromium, fromChromium, hear }
  }

  test('gives each question its own answer, in whatever order they come', async () => {
    const { cdp, hear } = connect()

    const first = cdp.send('Browser.getVersion')
    const second = cdp.send('Target.getTargets')
    hear({ id: 2, result: { targetInfos: [] } })
    hear({ id: 1, result: { product: 'Chrome/1' } })

    expect(await first).toEqual({ product: 'Chrome/1' })
    expect(await second).toEqual({ targetInfos: [] })
  })

  test('says which question was refused, and why', async () => {
    const { cdp, hear } = connect()

    const asked = cdp.send('Page.enable')
    hear({ id: 1, error: { message: 'not allowed' } })

    await expect(asked).rejects.toThrow('Page.enable: not allowed')
  })

  test('puts together what arrives byte by byte, and takes apart what arrives at once', async () => {
    const { cdp, fromChromium } = connect()
    const heard: unknown[] = []
    cdp.listen('s', (event) => heard.push(event.params))
    const messages = ['ä', 'b'.repeat(300), 'c'].map((name) =>
      encodeCbor({ sessionId: 's', method: 'Page.loadEventFired', params: { name } }),
    )
    const all = Buffer.concat(messages)

    for (const byte of all) fromChromium.write(Buffer.from([byte]))
    fromChromium.write(all)

    await expect.poll(() => heard).toHaveLength(6)
    expect(heard.slice(3)).toEqual(heard.slice(0, 3))
  })

  test('tells everyone who waits that Chromium is gone, and everyone who comes later', async () => {
    const { cdp, fromChromium } = connect()

    const before = cdp.send('Browser.getVersion')
    fromChromium.destroy()

    await expect(before).rejects.toThrow('Browser.getVersion: Chromium is gone')
    await expect(cdp.send('Target.getTargets')).rejects.toThrow('Chromium is gone')
  })
})
