import { isOneAddress, oneLine } from './mailer.ts'

/** A mail server and how to come in. `isSecure`: TLS from the first byte; else from when the server offers it. No user: no login. */
export type SmtpConfig = {
  kind: 'smtp'
  host: string
  port: number
  isSecure: boolean
  user: string
  password: string
  from: { name: string; address: string }
}

/** Where mails go. */
export type MailConfig = { kind: 'outbox' } | SmtpConfig

type Fault = (name: 'ROSTRUM_SMTP_URL' | 'ROSTRUM_MAIL_FROM', value: string, because?: string) => Error

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const

/** Reads what the operator has set of mail; throws what `fault` makes of a value that cannot be. The password stands in no fault. */
export function readMail(url: string, from: string, fault: Fault): MailConfig {
  if (url === '' && from === '') return { kind: 'outbox' }
  if (url === '') throw fault('ROSTRUM_SMTP_URL', '', 'ROSTRUM_MAIL_FROM is')
  if (from === '') throw fault('ROSTRUM_MAIL_FROM', '', 'ROSTRUM_SMTP_URL is')
  const server = readServer(url)
  if (!server) throw fault('ROSTRUM_SMTP_URL', url.replace(/\/\/.*@/, '//…@'))
  const sender = readSender(from)
  if (!sender) throw fault('ROSTRUM_MAIL_FROM', from)
  return { kind: 'smtp', ...server, from: sender }
}

function readServer(value: string): Omit<SmtpConfig, 'kind' | 'from'> | null {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '') return null
  if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '' || url.port === '0') return null
  try {
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || PORTS[url.protocol],
      isSecure: url.protocol === 'smtps:',
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    }
  } catch {
    return null
  }
}

function readSender(value: string): SmtpConfig['from'] | null {
  const [, quoted, address = value] = /^(.*?)\s*<([^<>]*)>$/.exec(value) ?? []
  const name = oneLine((quoted ?? '').replace(/^"(.*)"$/, '$1'))
  return isOneAddress(address) ? { name, address } : null
}
