import { isDeepStrictEqual } from 'node:util'
import type { Command } from '../../src/protocol/commands.ts'
import type { Event } from '../../src/protocol/events.ts'
import type { ContentItem } from '../../src/protocol/presenting/content.ts'
import type { Message } from '../../src/protocol/messages.ts'
import type { PersonId } from '../../src/protocol/types.ts'
import { audienceOf, beforeOf, deliveryOf, placesIn, viewFor } from '../../src/rules/audience/audience.ts'
import type { Delivery } from '../../src/rules/audience/delivery.ts'
import { messageOf } from '../../src/rules/chat/chat.ts'
import { chatViewOf } from '../../src/rules/chat/chat-state.ts'
import { documentOf } from '../../src/rules/content/presenting.ts'
import { decide, decideSystemEvent } from '../../src/rules/decide.ts'
import { EVENTS } from '../../src/rules/events-table.ts'
import { evolve } from '../../src/rules/evolve.ts'
import { grantOf } from '../../src/rules/stage/grants.ts'
import { isLocked } from '../../src/rules/moderation/is-locked.ts'
import { isRejection, type Actor, type SystemEvent } from '../../src/rules/outcome.ts'
import { can, isModerator } from '../../src/rules/permissions/policy.ts'
import { placeIn } from '../../src/rules/hands/queue.ts'
import { startSession } from '../../src/rules/session/room.ts'
import { foldMessages } from '../../src/rules/chat/messages.ts'
import { nothingYet, queueOf, type Session } from '../../src/rules/session/session.ts'
import { fromView } from '../../src/rules/session/from-view.ts'
import { pageOf } from './given.ts'
import { ITEMS, type Step } from './random-commands.ts'

const SOURCES = ['microphone', 'camera'] as const
const ROOM = { id: 'room'.padEnd(22, '_'), name: 'Harbour library', mode: 'interactive' as const }

// After these the server sends a welcome, for another room is known from then on.
const WELCOMED: ReadonlySet<Event['type']> = new Set([
  'joined',
  'nameChanged',
  'roleSet',
  'permissionsSet',
  'chatModeratorSet',
])

/** A server without its sockets, and a client for everybody inside: what random commands do to it, and what must hold after each. */
export class RoomModel {
  session: Session = nothingYet()
  /** Everything that happened in this session, and every reason that was given in any. */
  log: Event[] = []
  readonly refusals = new Set<string>()
  readonly clients = new Map<PersonId, Session>()
  sessions = 0
  readonly #people: readonly Actor[]
  readonly #host: Actor
  readonly #size: number
  #at = 1
  /** What of the log makes messages. */
  #said: Event[] = []

  constructor(people: readonly Actor[], host: Actor, size: number) {
    this.#people = people
    this.#host = host
    this.#size = size
    this.#begin()
  }

  /** Does a step, and looks at the whole room after it. Throws what does not hold. */
  does(step: Step): void {
    this.#at += step.after
    const onStage = this.session.stage.size
    if ('restart' in step) this.#restart()
    else this.#once(step)
    if ('again' in step && step.again) this.#once(step)
    if (this.session.endedAt !== null) this.#begin()
    // A smaller stage takes nobody off, and lets nobody on. [MODE-4]
    must(this.session.stage.size <= Math.max(this.session.stageSize, onStage), 'stage ≤ limit')
    this.#holds()
  }

  /** Throws unless what a client folded from what it was told says the same as a fresh view would. */
  agrees(id: PersonId): void {
    const client = this.clients.get(id)
    if (!client) return
    const { session } = this
    const fresh = viewFor(session, id)
    for (const person of fresh.people) same(client.people.get(person.id), person, `${id} knows ${person.id}`)
    same(queueOf(client), fresh.hands, 'hands')
    same([...client.stage], [...session.stage], 'stage')
    same([client.mode, client.access, client.locked], [fresh.mode, fresh.access, fresh.locked], 'mode, access, lock')
    same(chatViewOf(client.chat, session.people.get(id) ?? null), fresh.chat, 'chat')
    same([client.stageSize, client.endsAt], [fresh.stageSize, fresh.endsAt], 'stage size, end')
    same(client.mainCamera, fresh.mainCamera, 'main camera')
    if (isModerator(session.people.get(id)?.role ?? 'participant')) {
      same([...client.waiting.keys()], [...session.waiting.keys()], 'waiting')
      same([...client.removed.keys()].toSorted(), [...session.removed.keys()].toSorted(), 'removed')
      same([...client.backstage].toSorted(), [...session.backstage].toSorted(), 'backstage')
    } else {
      const others = [...client.people.values()].filter((person) => person.id !== id)
      must(client.waiting.size + client.removed.size === 0, `${id} knows who waits or was removed`)
      must(!others.some((person) => person.place === 'backstage' || person.invitation), `${id} knows of backstage`)
    }
  }

  /** The session as the log alone makes it. */
  replayed(): Session {
    return this.log.reduce(evolve, nothingYet())
  }

  #once(step: Exclude<Step, { restart: true }>): void {
    for (const event of this.#outcome(step)) this.#happens(event)
  }

  #outcome(step: Exclude<Step, { restart: true }>): Event[] {
    if ('systemEvent' in step) return decideSystemEvent(this.session, this.#since(step.systemEvent), this.#at)
    const { actor, command } = step
    const asked = command === 'join' ? { type: 'join' as const, page: pageOf(actor) } : command
    const outcome = decide(this.session, actor, asked, this.#at, {
      about: this.#about(actor, asked),
      item: itemFor(asked),
    })
    if (!isRejection(outcome)) return outcome
    this.refusals.add(outcome.refusal)
    return outcome.events ?? []
  }

  /** The message that a command is about, as the log tells it to who asks. */
  #about(actor: Actor, command: Command): Message | null {
    const about = messageOf(command)
    if (!about) return null
    const reading = { reader: actor.id, with: about.with }
    const said = this.#said.reduce<readonly Message[]>((so, event) => foldMessages(so, event, reading), [])
    return said.find(({ n }) => n === about.n) ?? null
  }

  #happens(event: Event): void {
    const before = beforeOf(this.session, event)
    const counted = numbersIn(this.session)
    evolve(this.session, event)
    this.log.push(event)
    if (!EVENTS[event.type].counts) same(numbersIn(this.session), counted, `the numbers after ${event.type}`)
    if (event.type.startsWith('message') || event.type === 'chatCleared') this.#said.push(event)
    this.#tell(event, deliveryOf(this.session, event, before))
  }

  #tell(event: Event, delivery: Delivery): void {
    for (const [id, client] of this.clients) {
      if (delivery.own?.person === id) continue
      const isRunner = this.session.moderators.has(id)
      for (const heard of isRunner ? delivery.moderators : delivery.everyone) evolve(client, heard)
    }
    for (const id of delivery.others?.people ?? [])
      if (id !== delivery.own?.person)
        for (const heard of delivery.others?.events ?? []) evolve(this.clients.get(id) ?? nothingYet(), heard)
    if (!delivery.own) return
    const { person, events } = delivery.own
    const isInside = this.session.people.has(person)
    if (WELCOMED.has(event.type) && isInside) this.clients.set(person, fromView(viewFor(this.session, person), person))
    else if (event.type === 'left' || event.type === 'removed') this.clients.delete(person)
    else for (const heard of events) evolve(this.clients.get(person) ?? nothingYet(), heard)
  }

  /** A server that was away for so long, and stored nothing meanwhile. */
  #since(systemEvent: SystemEvent): SystemEvent {
    if (systemEvent.type !== 'serverAway') return systemEvent
    return { ...systemEvent, since: Math.max(this.log.at(-1)?.at ?? 0, this.#at - systemEvent.since) }
  }

  /** The server was away: what it knows it has from the log. [PRESENCE-4] */
  #restart(): void {
    this.session = this.replayed()
    const away = this.#since({ type: 'serverAway', since: 1_000 })
    for (const event of decideSystemEvent(this.session, away, this.#at)) this.#happens(event)
  }

  /** The first session, or the next one: its host comes in. [SESSION-2] */
  #begin(): void {
    const last = this.sessions === 0 ? null : this.session
    this.sessions += 1
    const id = `session-${this.sessions}`.padEnd(22, '_')
    const events = startSession(ROOM, last, this.#host, id, this.#at, 900_000)
    if (!Array.isArray(events)) throw new Error(events.refusal)
    this.session = events.reduce(evolve, nothingYet())
    this.log = events
    this.#said = []
    this.clients.clear()
    for (const command of [
      { type: 'join' as const, page: pageOf(this.#host) },
      { type: 'setStageSize' as const, size: this.#size },
    ])
      this.#once({ actor: this.#host, command, after: 0, again: false })
  }

  #holds(): void {
    const { session } = this
    const queue = queueOf(session)
    const { mainCamera } = session
    must(mainCamera === null || session.stage.has(mainCamera), 'the main camera is on stage')
    must(
      queue.every((hand, n) => placeIn(queue, hand) === n),
      'hands are in a total order',
    )
    for (const { person } of queue) must(session.people.has(person), 'a hand has its person')
    must(session.roster.entries.length === session.people.size, 'the roster is who is inside')
    for (const { id } of this.#people) {
      const person = session.people.get(id)
      const isUp = person !== undefined && person.place !== 'viewer'
      must(session.stage.has(id) === (person?.place === 'stage'), 'the stage is who stands on it')
      must(session.backstage.has(id) === (person?.place === 'backstage'), 'so are backstage')
      const places = [session.waiting, session.people, session.removed].filter((place) => place.has(id))
      must(places.length <= 1, 'nobody is in two places')
      const isSharing = session.share?.person === id
      must(!isSharing || (person !== undefined && can(person, 'shareScreen')), 'who shares is here and may')
      must(!isSharing || person?.place !== 'backstage', 'nobody shares from backstage')
      const presents = session.content?.person === id
      must(!presents || (person !== undefined && can(person, 'presentContent')), 'who presents is here and may')
      must(!presents || person?.place !== 'backstage', 'nobody presents from backstage')
      must(!presents || session.share === null, 'the main place has one thing')
      const { publish } = grantOf(session, id)
      must(publish.includes('screen_share') === isSharing, 'who shares, and nobody else, may publish a screen')
      for (const source of SOURCES) {
        const isFree = isUp && !isLocked(session, person, source)
        must(publish.includes(source) === isFree, 'who is up, and nobody else, may publish what is not locked')
        must(!person?.[source] || isFree, 'what is on may be on')
      }
    }
  }
}

/** What some documents would be presented as; of others there is nothing to show. */
function itemFor(command: Command): ContentItem | null {
  const document = documentOf(command)
  return ITEMS.find((item) => item.document === document) ?? null
}

// A million checks: an assertion library would take longer over them than the room.
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`does not hold: ${what}`)
}

function same(one: unknown, other: unknown, what: string): void {
  if (!isDeepStrictEqual(one, other))
    throw new Error(`differs: ${what}\n${JSON.stringify(one)}\n${JSON.stringify(other)}`)
}

/** All that everybody is told in numbers, and each of the own place. [AUDIENCE-2] [HAND-8] */
function numbersIn(session: Session) {
  return { audience: audienceOf(session), places: [...placesIn(session)] }
}
