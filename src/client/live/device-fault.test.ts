import { expect, test } from 'vitest'
import { faultOf } from './device-fault.ts'

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['InvalidStateError', 'failed'],
])('%s of the browser is %s', (name, fault) => {
  expect(faultOf(new DOMException('in the browser’s words', name))).toBe(fault)
})

test('what is no error of the browser has failed', () => {
  for (const thrown of [new TypeError('no such thing'), 'NotAllowedError', undefined])
    expect(faultOf(thrown)).toBe('failed')
})

test.each([
  ['Permission dismissed', 'dismissed'],
  ['Permission denied by system', 'system'],
  ['Permission denied', 'refused'],
])('%s says more than its name', (message, fault) => {
  expect(faultOf(new DOMException(message, 'NotAllowedError'))).toBe(fault)
})
