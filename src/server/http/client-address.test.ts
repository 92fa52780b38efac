import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { networkOf, networkOfRequest, proxiesOf } from './client-address.ts'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
  ['unknown', 'unknown'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

function requestFrom(remoteAddress: string, forwarded: string): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress })
  const request = new IncomingMessage(socket)
  request.headers['x-forwarded-for'] = forwarded
  return request
}

test('what a proxy says is believed of those proxies alone that the operator names', () => {
  const isProxy = proxiesOf(['10.0.0.0/8', '::1'])
  const from = (address: string, forwarded: string) => networkOfRequest(requestFrom(address, forwarded), isProxy)
  expect(from('10.1.2.3', '203.0.113.7')).toBe('203.0.113.7')
  expect(from('10.1.2.3', '198.51.100.1, 203.0.113.7, 10.9.9.9')).toBe('203.0.113.7')
  expect(from('::1', '2001:db8:1:2:3::4')).toBe('2001:db8:1:2::/64')
  expect(from('192.0.2.1', '203.0.113.7')).toBe('192.0.2.1')
  expect(from('10.1.2.3', 'nonsense')).toBe('nonsense')
})

test('with no proxy named, none is believed', () => {
  expect(networkOfRequest(requestFrom('127.0.0.1', '203.0.113.7'), proxiesOf([]))).toBe('127.0.0.1')
})
