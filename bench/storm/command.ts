import { setImmediate as next } from 'node:timers/promises'
import type { Command } from '../../src/protocol/commands.ts'
import { NOTHING_RETAINED } from '../../src/protocol/views.ts'
import { nothingYet } from '../../src/rules/session/session.ts'
import { startSession } from '../../src/rules/session/room.ts'
import { evolve } from '../../src/rules/evolve.ts'
import type { Actor } from '../../src/rules/outcome.ts'
import { systemClock } from '../../src/server/clock.ts'
import { Batch, type Entry } from '../../src/server/rooms/batch.ts'
import { RoomBroadcast } from '../../src/server/rooms/room-broadcast.ts'
import { newId } from '../../src/server/secrets.ts'
import { openSqlite } from '../../src/server/store/store.sqlite.ts'
import { spread } from '../spread.ts'

// As many as wait for the server at a busy moment; between two batches the ticks go out.
const BATCH = 20
const ROUNDS = 300

/**
 * What one command costs a room of so many, in µs: decided, evolved, and handed to the hub for everybody. Left out are the disk, the
 * parser and the writing to sockets. `folder`: for the store, which is only looked at.
 */
export async function costOfCommand(folder: string, many: number) {
  const people = Array.from({ length: many + 1 }, (_, n): Actor => {
    return { id: newId(), name: `Person ${n}`, role: n === 0 ? 'host' : 'participant' }
  })
  const session = nothingYet()
  const broadcast = new RoomBroadcast({
    clock: systemClock,
    video: 720,
    host: '',
    session: () => session,
    whenStored: (look) => look(session),
    known: () => null,
    ticket: () => 'x'.repeat(200),
    spread: () => 0,
    now: () => 0,
  })
  const store = openSqlite(folder)
  const [host] = people
  if (!host) throw new Error('nobody hosts')
  const begun = startSession({ id: newId(), name: 'Storm', mode: 'webinar' }, null, host, newId(), 0, 0)
  if (!Array.isArray(begun)) throw new Error(begun.refusal)
  for (const event of begun) evolve(session, event)
  let at = 0
  const decided = async (entries: Entry[]): Promise<number> => {
    const batch = await Batch.of(entries, session.id, { store, whoIs: async () => null, itemOf: async () => null })
    at += 3_000
    const started = performance.now()
    for (const { happened } of batch.decide(session, () => at))
      for (const { event, delivery } of happened) broadcast.happened(event, delivery)
    const took = performance.now() - started
    broadcast.settled()
    return (1_000 * took) / entries.length
  }
  for (const { id, name, role } of people) {
    evolve(session, { type: 'joined', at, person: id, name, role, kept: NOTHING_RETAINED, page: '' })
    const unused = { send: () => {}, write: () => {}, replaced: () => {}, moved: () => {}, refused: () => {} }
    broadcast.arrived({ id, unread: 0, ...unused })
  }
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const some = people.slice(1 + ((n * BATCH) % many)).slice(0, BATCH)
    for (const command of COMMANDS)
      times.push(await decided(some.map(({ id }) => ({ asker: id, command: command(id) }))))
    await next()
  }
  broadcast.close()
  await store.close()
  return spread(times.slice(times.length / 10), 1)
}

const COMMANDS: readonly ((id: string) => Command)[] = [
  () => ({ type: 'raiseHand' }),
  () => ({ type: 'giveReason', reason: 'The roof leaks' }),
  (id) => ({ type: 'lowerHand', person: id }),
  () => ({ type: 'write', text: 'The roof leaks', to: null, reply: null, key: null }),
]
