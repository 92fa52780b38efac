import type { Event } from '../../src/protocol/events.ts'
import type { ClockSeen } from '../../src/rules/retention/clock-trust.ts'
import { forget } from '../../src/rules/retention/forget.ts'
import { memoryMessages } from './store.memory-messages.ts'
import { changesOf } from '../../src/server/store/projections.ts'
import { renewSnapshot } from '../../src/server/store/snapshots.ts'
import {
  StoreDown,
  type AppendFault,
  type Fence,
  type RoomOwner,
  type Snapshot,
  type Store,
  type StoredLink,
  type StoredPerson,
  type StoredRoom,
} from '../../src/server/store/store.ts'

type Memory = Store & { full: boolean; down: boolean; asked: number }

/** A store that remembers as long as the test. While `full`, nothing can be kept; while `down`, it cannot be asked. `asked`: how often then. */
export function memoryStore(): Memory {
  const rooms = new Map<string, StoredRoom>()
  const links = new Map<string, StoredLink>()
  const people = new Map<string, StoredPerson>()
  const logs = new Map<string, Event[]>()
  const snapshots = new Map<string, Snapshot>()
  const owners = new Map<string, RoomOwner>()

  const ownerOf = (room: string) => owners.get(room) ?? { owner: null, token: 0, beat: 0 }
  const isFenced = (fence?: Fence) => fence !== undefined && ownerOf(fence.room).token !== fence.token
  /** The sessions of which nothing is left but what the next one goes on from. */
  const emptied = new Set<string>()
  const forgetting = new Map<string, { room: string; alias: string }>()
  let clock: ClockSeen | null = null

  const roomOf = (session: string) => {
    const first = logs.get(session)?.[0]
    return first?.type === 'sessionStarted' ? first.room : null
  }
  const endOf = (session: string) => {
    const last = logs.get(session)?.at(-1)
    return last?.type === 'sessionEnded' ? last.at : null
  }
  const drop = (session: string) => {
    logs.delete(session)
    snapshots.delete(session)
  }

  function look(): void {
    if (!store.down) return
    store.asked += 1
    throw new StoreDown('The disk is gone.')
  }

  function add(session: string, expectedSeq: number, events: Event[]): 'stored' | AppendFault {
    look()
    if (store.full) return 'disk-full'
    const log = logs.get(session) ?? []
    if (log.length !== expectedSeq) return 'conflict'
    logs.set(session, [...log, ...structuredClone(events)])
    for (const change of events.flatMap(changesOf)) {
      const person = change.table === 'people' && people.get(change.person)
      if (!person) continue
      if (change.do === 'see') people.set(person.id, { ...person, seenAt: change.at })
      else if (change.do === 'rename') people.set(person.id, { ...person, name: change.name })
      else people.set(person.id, { ...person, role: change.role, lowered: change.lowered })
    }
    return 'stored'
  }

  const store: Memory = {
    full: false,
    down: false,
    asked: 0,
    async createRoom(room, host, itsLinks) {
      look()
      if (store.full) return 'disk-full'
      rooms.set(room.id, { ...room })
      people.set(host.id, withoutGuest(host))
      for (const link of itsLinks) links.set(link.id, { ...link })
      return 'stored'
    },
    async room(id) {
      look()
      return rooms.get(id) ?? null
    },
    links: async (room) => [...links.values()].filter((link) => link.room === room),
    linkByKey: async (key) => [...links.values()].find((link) => link.key === key) ?? null,
    async putPerson(person, fence) {
      look()
      if (store.full) return 'disk-full'
      if (isFenced(fence)) return 'fenced'
      if (!rooms.has(person.room)) return 'room-unknown'
      people.set(person.id, withoutGuest(person))
      return 'stored'
    },
    async person(room, id) {
      const person = people.get(id)
      return person?.room === room ? person : null
    },
    running: async () =>
      [...rooms.values()].filter(({ session }) => {
        const last = logs.get(session ?? '')?.at(-1)
        return last !== undefined && last.type !== 'sessionEnded'
      }),
    async replaceLink(link, at) {
      if (store.full) return 'disk-full'
      if (!rooms.has(link.room)) return 'room-unknown'
      for (const old of links.values())
        if (old.room === link.room && old.role === link.role && old.revokedAt === null)
          links.set(old.id, { ...old, revokedAt: at })
      links.set(link.id, { ...link })
      return 'stored'
    },
    personByKey: async (room, key) =>
      [...people.values()].find((person) => person.room === room && person.key === key) ?? null,
    async begin(room, session, events, fence) {
      look()
      if (isFenced(fence)) return 'fenced'
      if (!rooms.has(room)) return 'conflict'
      const result = add(session, 0, events)
      const known = rooms.get(room)
      if (result === 'stored' && known) rooms.set(room, { ...known, session })
      return result
    },
    append: async (session, expectedSeq, events, fence) =>
      isFenced(fence) ? 'fenced' : add(session, expectedSeq, events),
    owner: async (room) => ownerOf(room),
    async own(room, owner, seen) {
      if (store.full) return 'disk-full'
      const { token, beat } = ownerOf(room)
      if (token !== seen.token || beat !== seen.beat) return 'conflict'
      owners.set(room, { owner, token: token + 1, beat: 0 })
      return 'stored'
    },
    async renewOwner({ room, token }) {
      if (store.full) return 'disk-full'
      const now = ownerOf(room)
      if (now.token !== token) return 'fenced'
      owners.set(room, { ...now, beat: now.beat + 1 })
      return 'stored'
    },
    async disown({ room, token }) {
      const now = ownerOf(room)
      if (now.token === token) owners.set(room, { ...now, owner: null, beat: now.beat + 1 })
    },
    async loadFrom(session, seq) {
      look()
      const log = logs.get(session) ?? []
      return { events: structuredClone(log.slice(seq)), next: log.length, unreadable: [], rewritten: 0 }
    },
    snapshot: async (session) => snapshots.get(session) ?? null,
    async putSnapshot(session, snapshot) {
      if (store.full) return 'disk-full'
      snapshots.set(session, snapshot)
      return 'stored'
    },
    renewSnapshot: async (session) => await renewSnapshot(store, session),
    ...memoryMessages(
      (session) => logs.get(session) ?? [],
      (room) =>
        [...logs.values()].flatMap((log) =>
          log.some((event) => event.type === 'sessionStarted' && event.room === room) ? log : [],
        ),
    ),
    endedBefore: async (at, after) =>
      [...logs.keys()].toSorted().flatMap((session) => {
        const [room, end] = [roomOf(session), endOf(session)]
        const isDue = room !== null && end !== null && end < at && session > after && !emptied.has(session)
        return isDue ? [{ session, room, isLast: rooms.get(room)?.session === session }] : []
      }),
    async dropSession(session, next) {
      look()
      if (store.full) return 'disk-full'
      const room = rooms.get(roomOf(session) ?? '')
      drop(session)
      if (!next || room?.session !== session) return 'stored'
      emptied.add(next.id)
      logs.set(next.id, structuredClone(next.events))
      rooms.set(room.id, { ...room, session: next.id })
      return 'stored'
    },
    async dropPeople(before) {
      look()
      for (const { id, room, role, lowered, seenAt } of people.values()) {
        const last = rooms.get(room)?.session ?? null
        const isOver = last === null || endOf(last) !== null
        const first = logs.get(last ?? '')?.[0]
        const lasting = first?.type === 'sessionStarted' ? [...first.removed, ...first.kept] : []
        const isNamed = lasting.some(({ person }) => person === id)
        const wasThere = [...logs].some(
          ([session, [start]]) =>
            roomOf(session) === room && (endOf(session) ?? 0) >= before && seenAt >= (start?.at ?? 0),
        )
        if (
          isOver &&
          !isNamed &&
          !wasThere &&
          !lowered &&
          seenAt < before &&
          (role === 'speaker' || role === 'participant')
        )
          people.delete(id)
      }
      return 'done'
    },
    async setDeleted(id, at) {
      look()
      if (store.full) return 'disk-full'
      const { deletedAt: _before, ...room } = rooms.get(id) ?? { id: '' }
      if (!('name' in room)) return 'room-unknown'
      rooms.set(id, { ...room, ...(at !== null && { deletedAt: at }) })
      return 'stored'
    },
    deletedBefore: async (at) =>
      [...rooms.values()].filter(({ deletedAt }) => deletedAt != null && deletedAt < at).map(({ id }) => id),
    async deleteRoom(id) {
      look()
      if (store.full) return 'disk-full'
      if (!rooms.delete(id)) return 'room-unknown'
      owners.delete(id)
      for (const session of logs.keys()) if (roomOf(session) === id) drop(session)
      for (const person of people.values()) if (person.room === id) people.delete(person.id)
      for (const link of links.values()) if (link.room === id) links.delete(link.id)
      return 'stored'
    },
    async forgetPerson(room, person, alias) {
      look()
      if (store.full) return 'disk-full'
      people.delete(person)
      forgetting.set(person, { room, alias })
      return 'stored'
    },
    forgetting: async () => [...forgetting].map(([person, { room }]) => ({ room, person })),
    async eraseSome() {
      look()
      const [job] = forgetting.values()
      if (!job) return 'done'
      const those = [...forgetting].filter(([, { room }]) => room === job.room)
      const aliases = new Map(those.map(([person, { alias }]) => [person, alias]))
      const names = new Set<string>()
      for (const [session, log] of logs) {
        if (roomOf(session) !== job.room) continue
        const who = { aliases, names, numbers: new Set<number>() }
        logs.set(
          session,
          log.map((event) => forget(event, who)),
        )
        snapshots.delete(session)
      }
      for (const [person] of those) forgetting.delete(person)
      return 'more'
    },
    async scrub() {},
    async clockSeen() {
      const times = [
        ...[...rooms.values()].map((each) => each.createdAt),
        ...[...people.values()].map((each) => each.seenAt),
      ]
      return { seen: clock, newest: times.length > 0 ? Math.max(...times) : null }
    },
    async putClockSeen(seen) {
      clock = seen
      return 'stored'
    },
    async close() {},
  }
  return store
}

/** By what browser somebody came is kept for searching alone. */
function withoutGuest({ guest: _guest, ...person }: StoredPerson): StoredPerson {
  return person
}
