/** An OpenID Connect provider. `issuer` is what it calls itself, as an address is written in full; `groupsClaim` is where it says somebody's groups. */
export type OidcConfig = { issuer: string; clientId: string; clientSecret: string; name: string; groupsClaim: string }

export const OIDC_NAME_MAX = 40

const TOGETHER = ['ROSTRUM_OIDC_ISSUER', 'ROSTRUM_OIDC_CLIENT_ID', 'ROSTRUM_OIDC_CLIENT_SECRET'] as const
type Name = (typeof TOGETHER)[number] | 'ROSTRUM_OIDC_NAME' | 'ROSTRUM_OIDC_GROUPS'
type Fault = (name: Name, value: string, because?: string) => Error

/**
 * Reads what the operator has set of the provider; null where nothing is. Throws what `fault` makes of a value that cannot be. Without TLS
 * only a provider on this machine is believed.
 */
export function readOidc(
  text: (name: Name) => string,
  fault: Fault,
  isLoopback: (hostname: string) => boolean,
): OidcConfig | null {
  if (TOGETHER.every((name) => text(name) === '')) return null
  const missing = TOGETHER.find((name) => text(name) === '')
  if (missing) throw fault(missing, '', `all of ${TOGETHER.join(', ')} are needed, or none`)
  const issuer = text('ROSTRUM_OIDC_ISSUER')
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (!url || !isSafe || url.search || url.hash || url.username) throw fault('ROSTRUM_OIDC_ISSUER', issuer)
  const name = text('ROSTRUM_OIDC_NAME') || url.hostname
  if (name.length > OIDC_NAME_MAX && text('ROSTRUM_OIDC_NAME')) throw fault('ROSTRUM_OIDC_NAME', name)
  return {
    issuer: url.href,
    clientId: text('ROSTRUM_OIDC_CLIENT_ID'),
    clientSecret: text('ROSTRUM_OIDC_CLIENT_SECRET'),
    name,
    groupsClaim: text('ROSTRUM_OIDC_GROUPS'),
  }
}
