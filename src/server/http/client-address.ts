import proxyAddr from '@fastify/proxy-addr'
import ipaddr from 'ipaddr.js'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** Whether an address is that of a proxy whose `X-Forwarded-For` is believed. */
export type IsProxy = (address: string) => boolean

/** `proxies`: IP addresses and ranges, as in `ROSTRUM_TRUST_PROXY`. */
export function proxiesOf(proxies: string[]): IsProxy {
  const isTrusted = proxyAddr.compile(proxies)
  return (address) => isIP(address) !== 0 && isTrusted(address, 0)
}

/** The network from which a request comes, as `networkOf` names it; behind a proxy that is believed, the one that it names. */
export function networkOfRequest(request: IncomingMessage, isProxy: IsProxy): string {
  const { remoteAddress = '' } = request.socket
  return networkOf(isProxy(remoteAddress) ? proxyAddr(request, isProxy) : remoteAddress)
}

/**
 * By which somebody is counted: an IPv4 address, or the first 64 bits of an IPv6 address, for a single subscriber has all that begin
 * so (RFC 6177). What is no address stays as it is.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  const parts = parsed.parts.slice(0, 4).map((part) => part.toString(16))
  return `${parts.join(':')}::/64`
}
