import { isIPv6 } from 'node:net'

/** How a LiveKit of our own is started. Ports of 0 are free ones. `webhook` is our own address for its reports. */
export type EngineConfig = {
  binary: string
  /** Where browsers send media: an IP address, a pair of IPv4 and IPv6 with a comma, or a name that has addresses. */
  address: string
  udpPort: number
  tcpPort: number
  httpPort: number
  key: string
  secret: string
  webhook: string
  dataFolder: string
}

const LOOPBACK: Record<string, string> = { '127.0.0.1': '127.0.0.1/32', '::1': '::1/128' }

/** What LiveKit 1.13.5 is told; an unknown key stops its start. JSON is YAML. `addresses`: at most one IPv4 and one IPv6. */
export function liveKitConfig(config: EngineConfig & { metricsPort: number }, addresses: readonly string[]): string {
  const loopbacks = addresses.flatMap((address) => LOOPBACK[address] ?? [])
  const isLoopback = loopbacks.length > 0
  return JSON.stringify({
    prometheus: { port: config.metricsPort },
    port: config.httpPort,
    bind_addresses: ['127.0.0.1'],
    keys: { [config.key]: config.secret },
    rtc: {
      udp_port: config.udpPort,
      tcp_port: config.tcpPort,
      node_ip: addresses.join(','),
      enable_loopback_candidate: isLoopback,
      ...(isLoopback && { ips: { includes: loopbacks } }),
      // An empty list would mean the public servers of others.
      stun_servers: ['127.0.0.1:3478'],
      // A newcomer's picture waits for a key frame; the standard half a second is what one would feel.
      pli_throttle: { low_quality: '100ms', mid_quality: '100ms', high_quality: '100ms' },
    },
    room: { auto_create: false },
    webhook: { api_key: config.key, urls: [config.webhook] },
    logging: { level: 'info', json: false },
  })
}

/** An address as it stands in a URL (RFC 3986, 3.2.2). */
export function inUrl(address: string): string {
  return isIPv6(address) ? `[${address}]` : address
}
