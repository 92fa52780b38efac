import type { LinkVerdict } from '../../live/link.ts'

/** The verdict on the connection, and what follows from it. */
function link(verdict: LinkVerdict): [string, string] {
  if (verdict.is === 'checking') return ['Checking the connection…', '']
  if (verdict.is === 'sound-only')
    return ['Connection weak.', 'Join with your camera off: sound alone will reach everyone.']
  if (verdict.is === 'good')
    return [
      'Connection good.',
      verdict.over === 'udp'
        ? 'Picture and sound will reach everyone.'
        : 'Your network blocks UDP, so picture and sound go over TCP and may lag a little.',
    ]
  return ['No connection.', NONE[verdict.why]]
}

const NONE: Record<Extract<LinkVerdict, { is: 'none' }>['why'], string> = {
  signalling: 'The server for sound and picture does not answer. It is tried again by itself.',
  udp: 'UDP does not get through to the server, and it offers no TCP. Try another network, or tell the host.',
  tcp: 'TCP does not get through to the server, and it offers no UDP. Try another network, or tell the host.',
  both: 'Neither UDP nor TCP gets through to the server. Try another network, without a VPN, or tell the host.',
}

/** What comes with *Set devices*. */
export const devices = {
  link,
  notKept: 'This browser keeps nothing for this page: what you choose is forgotten when you close it.',
}

export type DevicesText = typeof devices
