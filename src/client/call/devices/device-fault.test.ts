import { afterEach, expect, test, vi } from 'vitest'
import { faultOf, faultOfEnd, faultOfPage } from './device-fault.ts'

afterEach(() => void vi.unstubAllGlobals())

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

test('[DEVICE-6] what keeps every device from the page is told before it is asked for', () => {
  const page = (isSecure: boolean, navigator: object, document: object) => {
    vi.stubGlobal('isSecureContext', isSecure)
    vi.stubGlobal('navigator', navigator)
    vi.stubGlobal('document', document)
    return faultOfPage()
  }
  const shutOut = { featurePolicy: { allowsFeature: () => false } }
  const passedOn = { featurePolicy: { allowsFeature: (feature: string) => feature === 'microphone' } }
  expect(page(true, { mediaDevices: {} }, {})).toBe(null)
  expect(page(true, { mediaDevices: {} }, passedOn)).toBe(null)
  expect(page(true, { mediaDevices: {} }, shutOut)).toBe('framed')
  expect(page(true, {}, {})).toBe('unsupported')
  expect(page(false, {}, {})).toBe('insecure')
})

test('[DEVICE-6] an open device ends by the browser’s settings, or by its cable where the browser does not tell', async () => {
  vi.stubGlobal('navigator', { permissions: { query: async () => ({ state: 'denied' }) } })
  expect(await faultOfEnd('camera')).toBe('refused')
  vi.stubGlobal('navigator', { permissions: { query: async () => ({ state: 'granted' }) } })
  expect(await faultOfEnd('camera')).toBe('unplugged')
  vi.stubGlobal('navigator', {})
  expect(await faultOfEnd('microphone')).toBe('unplugged')
})
