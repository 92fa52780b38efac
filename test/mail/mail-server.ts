import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { SmtpConfig } from '../../src/server/mail/mail-config.ts'

/** A mail as it arrived: who it is for by its envelope, and as it came over the line. */
type Arrived = { recipients: string[]; raw: string }

type Refuses = { recipient?: string; mail?: string; sender?: string; login?: string }

/** A real mail server that keeps what it is sent. `refuses`: what it answers instead, such as `550 No such person here`. */
export class MailServer {
  readonly arrived: Arrived[] = []
  /** Over how many connections mails have come. */
  connections = 0
  refuses: Refuses = {}
  readonly #server: SMTPServer

  private constructor(given: SMTPServerOptions) {
    this.#server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      // Connections that are kept open would hold up the end.
      closeTimeout: 1,
      logger: false,
      onConnect: (_session, done) => {
        this.connections++
        done()
      },
      onAuth: ({ username }, _session, done) => {
        const refusal = refusalOf(this.refuses.login)
        if (refusal) done(refusal)
        else done(null, { user: username })
      },
      onMailFrom: (_address, _session, done) => done(refusalOf(this.refuses.sender)),
      onRcptTo: (_address, _session, done) => done(refusalOf(this.refuses.recipient)),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
        stream.on('end', () => {
          const recipients = envelope.rcptTo.map(({ address }) => address)
          const refusal = refusalOf(this.refuses.mail)
          if (!refusal) this.arrived.push({ recipients, raw: Buffer.concat(chunks).toString('utf8') })
          done(refusal)
        })
      },
      ...given,
    })
    // A client that goes away in the middle is no fault of the server.
    this.#server.on('error', () => {})
  }

  /** Opens one on a free port of loopback, or on that one. */
  static async open(port = 0, given: SMTPServerOptions = {}): Promise<MailServer> {
    const server = new MailServer(given)
    server.#server.listen(port, '127.0.0.1')
    await once(server.#server.server, 'listening')
    return server
  }

  /** How the operator sets this server. */
  get config(): SmtpConfig {
    const { port } = this.#server.server.address() as AddressInfo
    return configOf(port)
  }

  /** All that has arrived, read by a parser that is not the sender's. */
  async mails(): Promise<Email[]> {
    return await Promise.all(this.arrived.map(async ({ raw }) => await PostalMime.parse(raw)))
  }

  async close(): Promise<void> {
    await new Promise<void>((closed) => this.#server.close(closed))
  }
}

/** A mail server on that port of this machine, as the operator sets it. */
export const configOf = (port: number): SmtpConfig => ({
  kind: 'smtp',
  host: '127.0.0.1',
  port,
  isSecure: false,
  user: '',
  password: '',
  from: { name: 'Rostrum', address: 'rooms@example.org' },
})

function refusalOf(reply: string | undefined): Error | null {
  if (reply === undefined) return null
  const [, code = '', words = ''] = /^(\d{3}) (.*)$/.exec(reply) ?? []
  return Object.assign(new Error(words), { responseCode: Number(code) })
}

/** A mail server that takes all of a mail and then hangs up without a word. `taken` counts the mails. */
export async function silentMailServer(): Promise<{ config: SmtpConfig; taken: () => number; close: () => void }> {
  let taken = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    let heard = ''
    sockets.add(socket.on('error', () => {}))
    socket.write('220 here\r\n')
    socket.setEncoding('latin1').on('data', (text: string) => {
      heard += text
      if (heard.endsWith('\r\n.\r\n')) {
        taken++
        socket.destroy()
      } else if (/^DATA\r\n/m.test(heard)) {
        if (heard.endsWith('DATA\r\n')) socket.write('354 go on\r\n')
      } else socket.write('250 fine\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    config: configOf((server.address() as AddressInfo).port),
    taken: () => taken,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
