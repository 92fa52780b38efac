import { fork } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import * as v from 'valibot'
import type { Measured } from '../../protocol/rehearsal.ts'
import type { RoomId } from '../../protocol/types.ts'
import { Load } from './load.ts'

/** A rehearsal of a room: how many bots the server brings, how many are inside now, and whom to tell what was measured. */
export type Rehearsing = {
  room: RoomId
  bots: number
  inside: () => number
  measured: (measured: Measured) => void
}

/** Begins a rehearsal; the returned function ends it, and its bots. */
export type Rehearse = (rehearsing: Rehearsing) => () => void

export type RehearseNeeds = {
  log: Logger
  /** Where this server listens, for a process beside it. */
  server: () => string
  /** The token of the room's link for viewers. */
  link: (room: RoomId) => Promise<string>
}

const program = fileURLToPath(new URL('bots.ts', import.meta.url))
const Took = v.object({ took: v.number() })

/** Rehearsals with bots in a process of their own, which ends with the rehearsal, and with this process. [REHEARSE-1] */
export function rehearsals({ log, server, link }: RehearseNeeds): Rehearse {
  return ({ room, bots, inside, measured }) => {
    const load = new Load(inside, measured)
    if (bots === 0) return () => load.stop()
    // Nothing of the server's settings is the bots' business.
    const child = fork(program, { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    const failed = (fault: unknown) => log.error({ room, fault }, 'the bots of a rehearsal did not come')
    child.on('error', failed)
    child.on('message', (message) => {
      const said = v.safeParse(Took, message)
      if (said.success) load.raised(said.output.took)
    })
    if (child.stderr)
      text(child.stderr).then((said) => said !== '' && log.warn({ room, said }, 'the bots of a rehearsal say'), failed)
    link(room).then((token) => child.connected && child.send({ server: server(), link: token, bots }), failed)
    return () => {
      load.stop()
      child.kill()
    }
  }
}
