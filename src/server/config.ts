import { isIP } from 'node:net'
import type { Millis } from '../protocol/types.ts'
import type { ContentLimits } from '../rules/content/content-limits.ts'
import type { CreatePolicy } from '../rules/accounts/policy.ts'
import { CONTENT_VARIABLES, readContentLimits } from './content/content-config.ts'
import { FILES_VARIABLES, readFiles, type FilesConfig } from './files/files-config.ts'
import { readMail, type MailConfig } from './mail/mail-config.ts'
import { OIDC_NAME_MAX, readOidc, type OidcConfig } from './accounts/oidc-config.ts'
import { isMediaAddress } from './media/media-address.ts'

/** Where sound and pictures are carried: by a LiveKit of somebody else's, or by a child of ours. Port 0 is a free one. */
export type MediaConfig =
  | { kind: 'remote'; url: string; key: string; secret: string }
  | { kind: 'own'; binary: string | null; address: string; udpPort: number; tcpPort: number; httpPort: number }

/** Everything that the operator sets, checked. Ports are numbers; `video` is the height in px at which cameras are captured. */
export type Config = {
  host: string
  port: number
  url: URL
  dataFolder: string
  trustedProxies: string[]
  video: number
  log: string
  /** How long a session goes on with nobody who runs it, in ms; 0 is for ever. [SESSION-5] */
  patience: Millis
  /** How many people may be in rooms at the same time; null: as many as the process carries. [FULL-5] */
  maxPeople: number | null
  /** For how many days a session that has ended is kept; null for ever. [KEEP-1] */
  keepDays: number | null
  /** Who may create rooms. [ACCOUNT-2] */
  create: CreatePolicy
  /** The provider by which people sign in besides passwords; null for none. [ACCOUNT-9] */
  oidc: OidcConfig | null
  media: MediaConfig
  /** How many viewers with pictures the media hold; 0 for what this machine is estimated to. [LOAD-1] */
  maxViewers: number
  /** Who may read `/metrics` from elsewhere; empty for nobody. [LOAD-3] */
  metricsToken: string
  /** All of it as an administrator may see it, in the order of the README's table. [ACCOUNT-16] */
  shown: readonly ShownSetting[]
  mail: MailConfig
  /** Where pictures and the files of rooms are kept. [FILES-4] */
  files: FilesConfig
  /** How many bytes files of rooms may have. [CONTENT-4] */
  content: ContentLimits
}

/** A variable as it is set, or by default; `value` is null for a secret that is set, which nobody is shown. */
export type ShownSetting = { name: string; value: string | null }

const SECRETS: ReadonlySet<string> = new Set([
  'ROSTRUM_OIDC_CLIENT_SECRET',
  'ROSTRUM_METRICS_TOKEN',
  'ROSTRUM_SMTP_URL',
  'ROSTRUM_S3_KEY',
  'ROSTRUM_S3_SECRET',
  'LIVEKIT_API_KEY',
  'LIVEKIT_API_SECRET',
])

/** A value in the environment that cannot be; the message names the variable, the value and what is allowed. */
export class ConfigFault extends Error {}

type Variable = { name: string; standard: string; allowed: string; means: string }

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
// LiveKit refuses a shorter one for signing.
const SECRET_MIN = 32
const SECRET_ALLOWED = `text of at least ${SECRET_MIN} characters`
// A week.
const MINUTES_MAX = 10_080
const DAYS_MAX = 36_500
const VIEWERS_MAX = 100_000
const CREATE = ['anyone', 'members', 'admins'] as const
const HEIGHTS = ['180', '360', '540', '720', '1080']

/** Every variable that is read, in the order of the README's table. */
export const VARIABLES = [
  {
    name: 'ROSTRUM_PORT',
    standard: '8080',
    allowed: 'a port from 1 to 65535',
    means: 'where the page and the sockets are served',
  },
  {
    name: 'ROSTRUM_HOST',
    standard: '0.0.0.0',
    allowed: 'an IP address, or localhost',
    means: 'the address to listen on; `127.0.0.1` behind a proxy',
  },
  {
    name: 'ROSTRUM_URL',
    standard: 'http://localhost:8080',
    allowed: 'an http or https address without a path',
    means: 'the address that people open; follows the port unless set',
  },
  { name: 'ROSTRUM_DATA', standard: './data', allowed: 'a folder', means: 'where everything is kept' },
  {
    name: 'ROSTRUM_TRUST_PROXY',
    standard: '',
    allowed: 'IP addresses and ranges such as 10.0.0.0/8, separated by commas',
    means: 'proxies whose `X-Forwarded-For` is believed',
  },
  {
    name: 'ROSTRUM_VIDEO_HEIGHT',
    standard: '720',
    allowed: HEIGHTS.join(', '),
    means: 'the height in pixels at which cameras are captured',
  },
  {
    name: 'ROSTRUM_UNATTENDED_MINUTES',
    standard: '15',
    allowed: 'a number of minutes up to 10080, or 0 for never',
    means: 'a session ends when no host or moderator has been in it for so long; `0` is never',
  },
  {
    name: 'ROSTRUM_MAX_PEOPLE',
    standard: '',
    allowed: 'a number of people, at least 1',
    means:
      'how many people may be in all rooms together; others wait in line. Unless set, as many as the process carries',
  },
  {
    name: 'ROSTRUM_KEEP_DAYS',
    standard: '',
    allowed: 'a whole number of days from 1 to 36500, or nothing for ever',
    means: 'for how many days after its end a session’s messages and attendance are kept; for ever unless set',
  },
  ...FILES_VARIABLES,
  ...CONTENT_VARIABLES,
  {
    name: 'ROSTRUM_CREATE',
    standard: '',
    allowed: CREATE.join(', '),
    means:
      'who may create rooms: `anyone`, `members` (whoever has an account) or `admins`; unless set, `anyone` where `ROSTRUM_URL` is of this machine alone, else `members`',
  },
  {
    name: 'ROSTRUM_OIDC_ISSUER',
    standard: '',
    allowed: 'an https address, or one of http on this machine',
    means:
      'an OpenID Connect provider by which people sign in, as it names itself; its callback is `/api/account/oidc/callback`',
  },
  { name: 'ROSTRUM_OIDC_CLIENT_ID', standard: '', allowed: 'text', means: 'what Rostrum is called there' },
  { name: 'ROSTRUM_OIDC_CLIENT_SECRET', standard: '', allowed: 'text', means: 'Rostrum’s secret there' },
  {
    name: 'ROSTRUM_OIDC_NAME',
    standard: '',
    allowed: `text of at most ${OIDC_NAME_MAX} characters`,
    means: 'what people call the provider, for **Sign in with** …; the host of its address unless set',
  },
  {
    name: 'ROSTRUM_OIDC_GROUPS',
    standard: 'groups',
    allowed: 'the name of a claim',
    means: 'in which claim the provider says somebody’s groups',
  },
  { name: 'ROSTRUM_LOG', standard: 'info', allowed: LEVELS.join(', '), means: 'how much is logged' },
  {
    name: 'ROSTRUM_MEDIA_ADDRESS',
    standard: '',
    allowed: 'an IP address, an IPv4 and an IPv6 with a comma, or a name that has addresses',
    means:
      'where browsers send sound and pictures: an address, an IPv4 and an IPv6 with a comma, or a name; follows `ROSTRUM_URL` unless set',
  },
  {
    name: 'ROSTRUM_MEDIA_UDP_PORT',
    standard: '7882',
    allowed: 'a port, or 0 for a free one',
    means: 'sound and pictures over UDP',
  },
  {
    name: 'ROSTRUM_MEDIA_TCP_PORT',
    standard: '7881',
    allowed: 'a port, or 0 for a free one',
    means: 'sound and pictures over TCP, where UDP is blocked',
  },
  {
    name: 'ROSTRUM_MEDIA_PORT',
    standard: '0',
    allowed: 'a port, or 0 for a free one',
    means: 'LiveKit’s own HTTP, on loopback only',
  },
  {
    name: 'ROSTRUM_MAX_VIEWERS',
    standard: '0',
    allowed: 'a number of viewers up to 100000, or 0 for an estimate',
    means:
      'how many viewers with pictures the media hold: near it newcomers hear only, at it they wait in line; `0` is an estimate',
  },
  {
    name: 'ROSTRUM_METRICS_TOKEN',
    standard: '',
    allowed: 'text',
    means: 'who sends it as `Authorization: Bearer` may read `/metrics`; without it only this machine may',
  },
  {
    name: 'ROSTRUM_SMTP_URL',
    standard: '',
    allowed: 'an address such as smtp://user:password@mail.example.org:587, or smtps:// for TLS from the first byte',
    means: 'the mail server, as in `smtp://user:password@mail.example.org:587`; without it mails stay in the outbox',
  },
  {
    name: 'ROSTRUM_MAIL_FROM',
    standard: '',
    allowed: 'an e-mail address, alone or as in Rostrum <rooms@example.org>',
    means: 'who mails are from, as in `Rostrum <rooms@example.org>`; set with the mail server',
  },
  {
    name: 'LIVEKIT_BINARY',
    standard: '',
    allowed: 'the path of a livekit-server',
    means: 'the LiveKit to start; `npm start` finds one',
  },
  {
    name: 'LIVEKIT_URL',
    standard: '',
    allowed: 'an http, https, ws or wss address',
    means: 'a LiveKit that runs already, instead of one of ours; set with its key and secret',
  },
  { name: 'LIVEKIT_API_KEY', standard: '', allowed: 'text', means: 'its key' },
  { name: 'LIVEKIT_API_SECRET', standard: '', allowed: SECRET_ALLOWED, means: 'its secret' },
] as const satisfies Variable[]

type Name = (typeof VARIABLES)[number]['name']
type Env = Record<string, string | undefined>

/** Reads the environment. Throws a ConfigFault for the first value that cannot be. */
export function readConfig(env: Env): Config {
  const port = readPort(env, 'ROSTRUM_PORT', 1)
  const url = readUrl(env, 'ROSTRUM_URL', `http://localhost:${port}`)
  const host = text(env, 'ROSTRUM_HOST')
  if (host !== 'localhost' && !isIP(host)) throw fault('ROSTRUM_HOST', host)
  const trustedProxies = text(env, 'ROSTRUM_TRUST_PROXY')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  for (const address of trustedProxies) if (!isRange(address)) throw fault('ROSTRUM_TRUST_PROXY', address)
  return {
    host,
    port,
    url,
    dataFolder: text(env, 'ROSTRUM_DATA'),
    trustedProxies,
    video: Number(oneOf(env, 'ROSTRUM_VIDEO_HEIGHT', HEIGHTS)),
    log: oneOf(env, 'ROSTRUM_LOG', LEVELS),
    patience: readMinutes(env, 'ROSTRUM_UNATTENDED_MINUTES'),
    maxPeople: readPeople(env, 'ROSTRUM_MAX_PEOPLE'),
    keepDays: readDays(env, 'ROSTRUM_KEEP_DAYS'),
    create: readCreate(env, url),
    oidc: readOidc((name) => text(env, name), fault, isLoopback),
    media: REMOTE.some((name) => text(env, name)) ? readRemote(env) : readOwn(env, url),
    maxViewers: readCount(env, 'ROSTRUM_MAX_VIEWERS'),
    metricsToken: text(env, 'ROSTRUM_METRICS_TOKEN'),
    shown: VARIABLES.map(({ name }) => ({ name, value: shownValue(name, text(env, name)) })),
    files: readFiles((name) => text(env, name), fault),
    content: readContentLimits((name) => text(env, name), fault),
    mail: readMail(text(env, 'ROSTRUM_SMTP_URL'), text(env, 'ROSTRUM_MAIL_FROM'), fault),
  }
}

function readCreate(env: Env, url: URL): CreatePolicy {
  const given = text(env, 'ROSTRUM_CREATE')
  // By the address that people open and never by where a request comes from: behind a proxy all come from loopback.
  if (given === '') return isLoopback(url.hostname) ? 'anyone' : 'members'
  const known = CREATE.find((each) => each === given)
  if (!known) throw fault('ROSTRUM_CREATE', given)
  return known
}

/** Whether a host name of an address leads to this machine alone. */
function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isLocalName(bare) || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}

function isLocalName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost')
}

const REMOTE = ['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'] as const

function readRemote(env: Env): MediaConfig {
  const missing = REMOTE.find((name) => !text(env, name))
  if (missing) throw fault(missing, '', `all of ${REMOTE.join(', ')} are needed, or none`)
  // LiveKit's own documents give the address as ws or wss.
  const url = readUrl(env, 'LIVEKIT_URL', '', /^(http|ws)s?:$/)
  const secret = text(env, 'LIVEKIT_API_SECRET')
  if (secret.length < SECRET_MIN) throw new ConfigFault(`LIVEKIT_API_SECRET is too short. Allowed: ${SECRET_ALLOWED}.`)
  return { kind: 'remote', url: url.origin.replace(/^ws/, 'http'), key: text(env, 'LIVEKIT_API_KEY'), secret }
}

function readOwn(env: Env, url: URL): MediaConfig {
  return {
    kind: 'own',
    binary: text(env, 'LIVEKIT_BINARY') || null,
    address: readMediaAddress(env, url.hostname),
    udpPort: readPort(env, 'ROSTRUM_MEDIA_UDP_PORT', 0),
    tcpPort: readPort(env, 'ROSTRUM_MEDIA_TCP_PORT', 0),
    httpPort: readPort(env, 'ROSTRUM_MEDIA_PORT', 0),
  }
}

function readMediaAddress(env: Env, hostname: string): string {
  const given = text(env, 'ROSTRUM_MEDIA_ADDRESS')
  if (given && !isMediaAddress(given)) throw fault('ROSTRUM_MEDIA_ADDRESS', given)
  const bare = hostname.replace(/^\[|\]$/g, '')
  // A name of this machine alone may lead to either loopback, and LiveKit is on one.
  return given || (isLocalName(bare) ? '127.0.0.1' : bare)
}

/** An IP address, or a range of them by the number of bits that are the same (RFC 4632, 3.1). */
function isRange(range: string): boolean {
  const [address = '', bits, ...rest] = range.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  const isBits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
  return isIP(address) !== 0 && isBits && rest.length === 0
}

function readUrl(env: Env, name: Name, standard: string, protocols = /^https?:$/): URL {
  const value = env[name]?.trim() || standard
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !protocols.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw fault(name, value)
  return new URL(`${url.protocol}//${url.host}`)
}

function readPort(env: Env, name: Name, least: number): number {
  const value = text(env, name)
  const port = Number(value)
  if (!/^\d+$/.test(value) || port < least || port > 65_535) throw fault(name, value)
  return port
}

function readMinutes(env: Env, name: Name): Millis {
  const value = text(env, name)
  const minutes = Number(value)
  if (!/^\d+(\.\d+)?$/.test(value) || minutes > MINUTES_MAX) throw fault(name, value)
  return minutes * 60_000
}

function readPeople(env: Env, name: Name): number | null {
  const value = text(env, name)
  if (!/^([1-9]\d{0,8})?$/.test(value)) throw fault(name, value)
  return value === '' ? null : Number(value)
}

function readDays(env: Env, name: Name): number | null {
  const value = text(env, name)
  if (value === '') return null
  const days = Number(value)
  if (!/^\d{1,5}$/.test(value) || days < 1 || days > DAYS_MAX) throw fault(name, value)
  return days
}

function readCount(env: Env, name: Name): number {
  const value = text(env, name)
  if (!/^\d{1,6}$/.test(value) || Number(value) > VIEWERS_MAX) throw fault(name, value)
  return Number(value)
}

function oneOf(env: Env, name: Name, allowed: readonly string[]): string {
  const value = text(env, name)
  if (!allowed.includes(value)) throw fault(name, value)
  return value
}

const shownValue = (name: Name, value: string) => (SECRETS.has(name) && value !== '' ? null : value)

function text(env: Env, name: Name): string {
  return env[name]?.trim() || variable(name).standard
}

function variable(name: Name): Variable {
  const found = VARIABLES.find((each) => each.name === name)
  if (!found) throw new Error(`${name} is not in the table`)
  return found
}

function fault(name: Name, value: string, because = ''): ConfigFault {
  const given = value ? `is "${value}"` : 'is not set'
  return new ConfigFault(`${name} ${given}${because ? `, but ${because}` : ''}. Allowed: ${variable(name).allowed}.`)
}

/** One row of the README's table for each variable, in Markdown: name, default, meaning. */
export function rowsOfVariables(): string[] {
  return VARIABLES.map(
    ({ name, standard, means }) => `| \`${name}\` | ${standard ? `\`${standard}\`` : ''} | ${means} |`,
  )
}
