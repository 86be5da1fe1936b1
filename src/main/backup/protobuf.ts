import { Reader } from 'protobufjs/minimal.js'

export type WireValue = string | number | WireMessage
export type WireMessage = ReadonlyMap<string, readonly WireValue[]>

/** How a field is read: `number` takes whatever number its wire type is. */
export type WireKind = 'number' | 'text' | 'flag' | WireSchema

/** The fields of a message that are of interest, by number; all others are passed over. */
export type WireSchema = ReadonlyMap<number, readonly [name: string, kind: WireKind]>

/** Decodes a message by a schema, without generated code. Throws when the bytes are no such message. */
export function decodeMessage(bytes: Uint8Array, schema: WireSchema): WireMessage {
  return decode(Reader.create(bytes), bytes.length, schema)
}

function decode(reader: Reader, end: number, schema: WireSchema): WireMessage {
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
    const value = readValue(reader, wireType, kind)
    const values = message.get(name)
    if (values === undefined) message.set(name, [value])
    else values.push(value)
  }
  if (reader.pos !== end) throw new RangeError('A field runs beyond its message.')
  return message
}

function readValue(reader: Reader, wireType: number, kind: WireKind): WireValue {
  if (kind === 'number' || kind === 'flag') return readNumber(reader, wireType)
  if (wireType !== 2) throw new TypeError(`Wire type ${wireType} instead of 2.`)
  if (kind === 'text') return reader.string()
  const length = reader.uint32()
  const end = reader.pos + length
  if (end > reader.len) throw new RangeError('A message runs beyond the file.')
  return decode(reader, end, kind)
}

function readNumber(reader: Reader, wireType: number): number {
  if (wireType === 0) return Number(reader.int64())
  if (wireType === 5) return reader.float()
  if (wireType === 1) return reader.double()
  throw new TypeError(`Wire type ${wireType} instead of a number.`)
}
