import { expect, test } from 'vitest'
import { bearerOf, ticketFor, TICKET_LASTS } from './tickets.ts'

const [session, person] = ['session'.padEnd(22, '_'), 'mei'.padEnd(22, '_')]

test('[MEDIA-5] a ticket says who it is for, for ten minutes', () => {
  const ticket = ticketFor('secret', session, person, 1_000)
  expect(bearerOf('secret', ticket, 1_000)).toEqual({ session, person })
  expect(bearerOf('secret', ticket, 1_000 + TICKET_LASTS)).toEqual({ session, person })
  expect(bearerOf('secret', ticket, 2_000 + TICKET_LASTS)).toBeNull()
})

test.each([
  ['another secret', (ticket: string) => bearerOf('other', ticket, 0)],
  ['nothing', () => bearerOf('secret', '', 0)],
  ['no signature', (ticket: string) => bearerOf('secret', ticket.replace(/[^.]*$/, ''), 0)],
  ['another header', (ticket: string) => bearerOf('secret', ticket.replace(/^[^.]*/, 'eyJhbGciOiJub25lIn0'), 0)],
  ['other claims', (ticket: string) => bearerOf('secret', ticket.replace(/\.[^.]*\./, '.e30.'), 0)],
])('[MEDIA-5] a ticket with %s is none', (_what, read) => {
  expect(read(ticketFor('secret', session, person, 0))).toBeNull()
})
