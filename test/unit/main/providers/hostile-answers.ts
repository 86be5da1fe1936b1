import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError, failureCodes } from '../../../../src/shared/failure'
import type { ServiceId } from '../../../../src/shared/service'
import type { ServiceCall } from '../../../../src/main/providers/provider'
import { everyCall } from '../../../support/every-call'
import { startThings } from '../../../support/things'
import { hostileAnswers, runs, shortened } from './hostile'

const error = { error: { messages: ['No Results.'], status: 404 } }
const errors = { data: null, errors: [{ message: 'Not Found.', status: 404 }] }

/** Declares the tests of one service: each parser, fed with the sandbox's own answer, broken. */
export async function testHostileAnswers(service: ServiceId): Promise<void> {
  const { provider, send, things } = await startThings(service)
  const calls: { member: string; call: ServiceCall<unknown>; good: unknown }[] = []
  for (const { member, call } of everyCall(provider, things)) {
    const { text } = await send(call)
    calls.push({ member, call, good: text.trim() === '' ? null : shortened(JSON.parse(text)) })
  }

  describe(`whatever ${service} answers`, () => {
    test.each(calls.map((each, index) => ({ ...each, index, name: each.call.name })))(
      '$index $member ($name) reads it or fails with a code of ours',
      ({ call, good }) => {
        fc.assert(
          fc.property(hostileAnswers([good, good, good, error, errors]), (answer) => {
            try {
              call.parse(answer)
            } catch (thrown) {
              expect(thrown).toBeInstanceOf(AppError)
              expect(failureCodes).toContain((thrown as AppError).failure.code)
            }
          }),
          runs,
        )
      },
    )
  })
}
