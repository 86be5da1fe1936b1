import { EventEmitter } from 'node:events'

/** Names that `await`, JSON, consoles and test tools look up on any object. */
const ASKED_BY_TOOLS =
  /^(then|toJSON|constructor|inspect|_|asymmetricMatch|nodeType|tagName|captureRejection|domain|\$\$typeof|default|module\.exports)/

/** Own, inherited or accessor: what the object has. Anything else ends in an error that names it. */
function guard<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'string' && !(key in object) && !ASKED_BY_TOOLS.test(key))
        throw new Error(`stand-in: ${name}.${key} is not implemented`)
      return Reflect.get(object, key, receiver) as unknown
    },
  })
}

/**
 * An object of Electron's, as far as the stand-in has it. The members are checked against
 * Electron's own type, so that a change there is a type error here; whatever is missing throws
 * when it is asked for, instead of silently doing nothing.
 */
export function loud<T extends object>(name: string, members: Partial<T>): T {
  return guard(name, members) as T // The border: the rest of T is the guard's to refuse.
}

/** The same for an object that emits events. Listening to an event that can never come throws too. */
export function loudEmitter<T extends object>(
  name: string,
  events: readonly string[],
  members: Partial<T>,
): T & EventEmitter {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  emitter.on('newListener', (event) => {
    if (typeof event === 'string' && !events.includes(event))
      throw new Error(`stand-in: ${name} never emits '${event}'`)
  })
  Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members))
  return guard(name, emitter) as T & EventEmitter
}

/** A class of Electron's: `new` makes the object with `create`, `instanceof` knows its own. */
export function loudClass<C extends abstract new (...args: never[]) => object>(
  name: string,
  create: (...args: ConstructorParameters<C>) => InstanceType<C>,
  statics: Partial<C>,
): C {
  const made = new WeakSet<object>()
  function construct(...args: ConstructorParameters<C>) {
    const instance = create(...args)
    made.add(instance)
    return instance
  }
  Object.defineProperties(construct, Object.getOwnPropertyDescriptors(statics))
  Object.defineProperty(construct, Symbol.hasInstance, {
    value: (value: unknown) => typeof value === 'object' && value !== null && made.has(value),
  })
  Object.defineProperty(construct, 'name', { value: name })
  return guard(name, construct) as unknown as C // The border: `new` on it gives what create made.
}

/** An event as Electron hands it to listeners. */
export function createEvent<T extends object>(extra: T = {} as T) {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
    ...extra,
  }
  return event
}
