import { describe, expect, test } from 'vitest'
import { loud, loudClass, loudEmitter } from '../../electron/loud.ts'

interface Door {
  open(): string
  locked: boolean
  paint(): void
}

describe('an object that is only partly there', () => {
  const door = loud<Door>('door', { open: () => 'open', locked: false })

  test('has what it has', () => {
    expect(door.open()).toBe('open')
    expect(door.locked).toBe(false)
  })

  test('throws the name of what it lacks', () => {
    expect(() => door.paint()).toThrow('stand-in: door.paint is not implemented')
  })

  test('can be awaited, printed and compared', async () => {
    expect(await Promise.resolve(door)).toBe(door)
    expect(JSON.stringify(door)).toBe('{"locked":false}')
    expect(door).toEqual(door)
  })

  test('takes what others put there', () => {
    const own = loud<Door>('door', { open: () => 'open' })

    own.paint = () => {}

    expect(() => own.paint()).not.toThrow()
  })
})

describe('an object that emits', () => {
  test('calls its listeners, with getters still alive', () => {
    let locked = false
    const door = loudEmitter<Door>('door', ['opened'], {
      get locked() {
        return locked
      },
    })
    const heard: unknown[] = []
    door.on('opened', (by) => heard.push(by))

    locked = true
    door.emit('opened', 'me')

    expect(heard).toEqual(['me'])
    expect(door.locked).toBe(true)
  })

  test('refuses a listener for what can never happen', () => {
    const door = loudEmitter<Door>('door', ['opened'], {})

    expect(() => door.once('painted', () => {})).toThrow("door never emits 'painted'")
  })
})

describe('a class', () => {
  class Real {
    readonly name: string
    constructor(name: string) {
      this.name = name
    }
    static find() {
      return 'found'
    }
    static lose() {}
  }
  const Made = loudClass<typeof Real>('Real', (name) => loud<Real>('real', { name }), {
    find: () => 'found',
  })

  test('makes objects that it knows as its own', () => {
    const made = new Made('one')

    expect(made.name).toBe('one')
    expect(made).toBeInstanceOf(Made)
    expect({}).not.toBeInstanceOf(Made)
  })

  test('is as loud as its objects', () => {
    expect(Made.find()).toBe('found')
    expect(() => Made.lose()).toThrow('stand-in: Real.lose is not implemented')
  })
})
