import { expect, test } from 'vitest'
import { createBounds } from '../../electron/window/bounds.ts'

function createWatched(options: Parameters<typeof createBounds>[0]) {
  const changes: string[] = []
  const bounds = createBounds(options, ({ resized, width, height }) =>
    changes.push(resized ? `${width}x${height}` : 'moved'),
  )
  return { ...bounds, changes }
}

test('a window without wishes is as large as in Electron', () => {
  expect(createWatched({}).members.getBounds?.()).toEqual({ x: 0, y: 0, width: 800, height: 600 })
})

test('size and place change apart, and nothing is told when nothing changes', () => {
  const { members, changes } = createWatched({ width: 640, height: 480 })

  members.setBounds?.({ width: 700 })
  members.setPosition?.(10, 20)
  members.setBounds?.({ x: 10, y: 20, width: 700, height: 480 })

  expect(changes).toEqual(['700x480', 'moved'])
  expect(members.getBounds?.()).toEqual({ x: 10, y: 20, width: 700, height: 480 })
})

test('no window gets smaller than its least size', () => {
  const { members } = createWatched({ minWidth: 400, minHeight: 300 })

  members.setContentSize?.(100, 100)

  expect(members.getSize?.()).toEqual([400, 300])
})
