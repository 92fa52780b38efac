import type { Event } from '../../src/protocol/events.ts'
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
      if (change.do === 'rename') people.set(person.id, { ...person, name: change.name })
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
      people.set(host.id, { ...host })
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
      people.set(person.id, { ...person })
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
      for (const old of links.values())
        if (old.room === link.room && old.role === link.role && old.revokedAt === null)
          links.set(old.id, { ...old, revokedAt: at })
      links.set(link.id, { ...link })
      return 'stored'
    },
    personByKey: async (room, key) =>
      [...people.values()].find((person) => person.room === room && person.key === key) ?? null,
    async begin(room, session, events, fence) {
      if (isFenced(fence)) return 'fenced'
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
      return { events: structuredClone(log.slice(seq)), next: log.length, unreadable: [] }
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
    async close() {},
  }
  return store
}
