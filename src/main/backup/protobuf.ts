import { Reader } from 'protobufjs/minimal.js'
import { problem } from './problem'

export type WireValue = string | number | Uint8Array | WireMessage
export type WireMessage = ReadonlyMap<string, readonly WireValue[]>

/**
 * How a field is read: `number` takes whatever number its wire type is, `later` leaves a message as
 * bytes for when it is needed.
 */
export type WireKind = 'number' | 'text' | 'flag' | 'later' | WireSchema

/** The fields of a message that are of interest, by number; all others are passed over. */
export type WireSchema = ReadonlyMap<number, readonly [name: string, kind: WireKind]>

/**
 * Decodes a message by a schema, without generated code. Throws when the bytes are no such message,
 * and `too-big` when it has more values than `most`.
 */
export function decodeMessage(bytes: Uint8Array, schema: WireSchema, most: number): WireMessage {
  let left = most
  return decode(Reader.create(bytes), bytes.length, schema, () => {
    if (--left < 0) throw problem('too-big', `It holds more than ${most} values.`)
  })
}

function decode(reader: Reader, end: number, schema: WireSchema, count: () => void): WireMessage {
  const message = new Map<string, WireValue[]>()
  while (reader.pos < end) {
    const tag = reader.uint32()
    const wireType = tag & 7
    const known = schema.get(tag >>> 3)
    if (known === undefined) {
      reader.skipType(wireType)
      continue
    }
    const [name, kind] = known
    count()
    const value = readValue(reader, wireType, kind, count)
    const values = message.get(name)
    if (values === undefined) message.set(name, [value])
    else values.push(value)
  }
  if (reader.pos !== end) throw new RangeError('A field runs beyond its message.')
  return message
}

function readValue(reader: Reader, wireType: number, kind: WireKind, count: () => void): WireValue {
  if (kind === 'number' || kind === 'flag') return readNumber(reader, wireType)
  if (wireType !== 2) throw new TypeError(`Wire type ${wireType} instead of 2.`)
  if (kind === 'text') return reader.string()
  if (kind === 'later') return reader.bytes()
  const length = reader.uint32()
  const end = reader.pos + length
  if (end > reader.len) throw new RangeError('A message runs beyond the file.')
  return decode(reader, end, kind, count)
}

function readNumber(reader: Reader, wireType: number): number {
  if (wireType === 0) return Number(reader.int64())
  if (wireType === 5) return reader.float()
  if (wireType === 1) return reader.double()
  throw new TypeError(`Wire type ${wireType} instead of a number.`)
}
