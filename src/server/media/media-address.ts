import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'

// A name of the DNS (RFC 1123, 2.1): labels of letters, digits and hyphens.
const NAME = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i

/** Whether a text can say where browsers send media: an IP address, an IPv4 and an IPv6 with a comma, or a name. */
export function isMediaAddress(text: string): boolean {
  const parts = partsOf(text)
  const kinds = parts.map(isIP)
  if (parts.length === 2) return kinds.includes(4) && kinds.includes(6)
  // What is only digits and dots is meant as an IP address, and is none.
  return parts.length === 1 && (kinds[0] !== 0 || (NAME.test(text) && !/^[\d.]+$/.test(text)))
}

/** The IP addresses that an address stands for now: at most one IPv4 and one IPv6. Rejects where a name has none. */
export async function resolveMediaAddress(text: string): Promise<string[]> {
  const parts = partsOf(text)
  if (parts.every((part) => isIP(part) !== 0)) return parts
  const found = await lookup(text, { all: true, order: 'ipv4first' })
  return [4, 6].flatMap((family) => found.find((each) => each.family === family)?.address ?? [])
}

function partsOf(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}
