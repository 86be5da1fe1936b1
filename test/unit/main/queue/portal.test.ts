import { expect, test } from 'vitest'
import { isPortal } from '../../../../src/main/queue/portal'

const asked = new URL('https://graphql.service.test/v2/list?page=1')
const answerOf = (status: number, location?: string) => ({
  status,
  headers: location === undefined ? {} : { location },
  text: '',
})

test.each([
  [511, undefined],
  [511, '/login'],
  [302, 'http://192.168.0.1/login'],
  [303, 'https://login.hotel.test'],
  [307, '//login.hotel.test/?to=https://graphql.service.test'],
  [399, 'https://service.test/'],
])('%i to %s comes from a network in between', (status, location) => {
  expect(isPortal(answerOf(status, location), asked)).toBe(true)
})

test.each([
  [302, '/v3/list'],
  [302, '?page=2'],
  [301, 'https://GRAPHQL.service.test:8443/'],
  [304, undefined],
  [200, 'https://login.hotel.test'],
  [404, 'https://login.hotel.test'],
  [302, 'http://['],
])('%i to %s comes from the service', (status, location) => {
  expect(isPortal(answerOf(status, location), asked)).toBe(false)
})
