import type { Refusal } from '../../protocol/refusals.ts'
import type { Event } from '../../protocol/events.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { partsFor, viewFor } from '../../rules/audience/audience.ts'
import type { Delivery } from '../../rules/audience/delivery.ts'
import { doorFor } from '../../rules/entry/prejoin.ts'
import type { SessionPart } from '../../protocol/views.ts'
import { bringsFiles } from '../../rules/content/reading.ts'
import { EVENTS } from '../../rules/events-table.ts'
import type { Actor } from '../../rules/outcome.ts'
import { can, isModerator } from '../../rules/permissions/policy.ts'
import type { Session } from '../../rules/session/session.ts'
import { audienceFor, AudienceBroadcast } from '../realtime/audience-broadcast.ts'
import { Hub, type ByView, type Outgoing, type View } from '../realtime/hub.ts'
import { LikeCounts } from '../realtime/like-counts.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'

// A part of a large room after the other, where the one before has been read.
const PART_EVERY: Millis = 20
const PART_UNREAD_BYTES = 65_536

const CONTENT_EVERY: Millis = 1_000

// So many are welcomed in one go; then others are heard.
const SLICE = 50

export type BroadcastNeeds = {
  clock: Clock
  /** The session as it stands. */
  session: () => Session
  /** Looks at the session once all that it holds is stored: nothing else is ever shown. [LOG-1] */
  whenStored: (look: (session: Session) => void) => void
  /** Who is connected and not inside, by name and role of now. */
  known: (person: PersonId) => Actor | null
  /** A person's ticket to the media engine. */
  ticket: (person: PersonId) => string
  /** The session's own time, in ms. */
  now: () => Millis
  /** The height in px at which cameras are captured, and whom to ask for help. */
  video: number
  host: string
  /** Over how many ms people spread themselves who come back to a server that was away. [AWAY-5] */
  spread: () => Millis
}

/** What the connections of a room are told: a welcome, and from then on what happens, as each may know it. Ends with `close`. */
export class RoomBroadcast {
  readonly hub = new Hub()
  readonly #needs: BroadcastNeeds
  readonly #audience: AudienceBroadcast
  readonly #likes: LikeCounts
  /** Who knows another room from now on, and is to be shown it. */
  readonly #unwelcomed = new Set<PersonId>()
  /** What is still to be shown to whom, after the welcome. */
  readonly #parts = new Map<PersonId, Iterator<SessionPart>>()
  #callOffParts: (() => void) | null = null
  #callOffContent: (() => void) | null = null
  #isContentDue = false
  #isWelcoming = false
  #isRecounted = false

  constructor(needs: BroadcastNeeds) {
    this.#needs = needs
    const { clock, whenStored, spread } = needs
    this.#audience = new AudienceBroadcast({ clock, hub: this.hub, whenStored, spread })
    this.#likes = new LikeCounts(clock, (events) => this.hub.deliver({ views: inside(texts(events)), own: new Map() }))
  }

  /** Notes what has been stored, in order; it is told with `settled`. */
  happened(event: Event, delivery: Delivery): void {
    const { welcomes, counts } = EVENTS[event.type]
    this.hub.deliver(outgoingOf(event, delivery))
    if (event.type === 'messageLiked') this.#likes.liked(event)
    if (welcomes === 'own' && 'person' in event && event.type !== 'met') this.#unwelcomed.add(event.person)
    if (welcomes === 'door') for (const id of this.hub.people) if (!this.#isInside(id)) this.#unwelcomed.add(id)
    this.#isRecounted ||= counts
  }

  /** All that happened in one go is in the session. */
  settled(): void {
    if (!this.#isWelcoming) this.#welcomeSome()
    if (this.#isRecounted) this.#audience.changed()
    this.#isRecounted = false
  }

  /** Whoever is connected is shown the room as it is, once it is stored. */
  welcomeAll(): void {
    for (const person of this.hub.people) this.#unwelcomed.add(person)
    if (!this.#isWelcoming) this.#welcomeSome()
  }

  /** A connection is there, and is shown the room. */
  arrived(connection: Connection): void {
    this.hub.add(connection)
    this.#needs.whenStored((session) => this.#welcome(session, connection.id))
  }

  /** A connection is gone. */
  departed(person: PersonId): void {
    this.hub.remove(person)
    this.#audience.forget(person)
    this.#unwelcomed.delete(person)
    this.#parts.delete(person)
  }

  /** Closes every connection for good, and says why. */
  refuseAll(why: Refusal): void {
    for (const person of this.hub.people) this.hub.get(person)?.refused(why)
  }

  /** Tells everybody inside, in one text for all. */
  tellInside(frame: Downward): void {
    const people = this.hub.people.filter((id) => this.#isInside(id))
    this.hub.sendAll(people, JSON.stringify(frame))
  }

  /** Tells who may present that there are other files than there were: at once, and again a second later at the soonest. [PAGES-6] */
  contentChanged(): void {
    if (this.#callOffContent) {
      this.#isContentDue = true
      return
    }
    const frame = JSON.stringify({ type: 'contentChanged' } satisfies Downward)
    const { people } = this.#needs.session()
    for (const id of this.hub.people) {
      const person = people.get(id)
      if (person && bringsFiles(person)) this.hub.send(id, frame)
    }
    this.#callOffContent = this.#needs.clock.after(CONTENT_EVERY, () => {
      this.#callOffContent = null
      if (!this.#isContentDue) return
      this.#isContentDue = false
      this.contentChanged()
    })
  }

  close(): void {
    this.#callOffContent?.()
    this.hub.close()
    this.#audience.close()
    this.#likes.close()
    this.#unwelcomed.clear()
    this.#callOffParts?.()
    this.#parts.clear()
  }

  /** Welcomes those who are due, some at a time: ten thousand at once would hold up everybody. */
  #welcomeSome(): void {
    this.#isWelcoming = this.#unwelcomed.size > 0
    if (!this.#isWelcoming) return
    this.#needs.whenStored((session) => {
      let many = 0
      for (const person of this.#unwelcomed) {
        if (many++ === SLICE) break
        this.#unwelcomed.delete(person)
        this.#welcome(session, person)
      }
      if (this.#unwelcomed.size > 0) setImmediate(() => this.#welcomeSome())
      else this.#isWelcoming = false
    })
  }

  /** All that somebody may know, as one frame. */
  #welcome(session: Session, person: PersonId): void {
    const { known, ticket, now, video, host, spread } = this.#needs
    const who = session.people.get(person) ?? known(person)
    // Nobody is there any more to whom it could say something.
    if (!who || this.hub.get(person) === null) return
    const { id, name, role, picture } = who
    const view = viewOf(session, id)
    const frame: Downward = {
      type: 'welcome',
      you: { id, name, role, picture },
      inside: session.people.has(id),
      door: doorFor(session, { id, role }),
      session: viewFor(session, id),
      audience: audienceFor(session, view),
      ticket: ticket(id),
      video,
      host,
      now: now(),
      spread: spread(),
    }
    this.hub.welcome(id, view, JSON.stringify(frame))
    this.#audience.placeFor(session, id)
    this.#parts.delete(id)
    if (view !== 'moderators') return
    this.#parts.set(id, partsFor(session, id))
    this.#partsSoon()
  }

  #partsSoon(): void {
    this.#callOffParts ??= this.#needs.clock.after(PART_EVERY, () => {
      this.#callOffParts = null
      this.#needs.whenStored(() => this.#sendParts())
    })
  }

  /** Shows more of the room to those who have read what was shown. [AUDIENCE-8] */
  #sendParts(): void {
    for (const [id, parts] of this.#parts) {
      if ((this.hub.get(id)?.unread ?? 0) > PART_UNREAD_BYTES) continue
      const { value, done } = parts.next()
      if (done) this.#parts.delete(id)
      else this.hub.send(id, JSON.stringify({ type: 'more', part: value } satisfies Downward))
    }
    if (this.#parts.size > 0) this.#partsSoon()
  }

  #isInside(person: PersonId): boolean {
    return this.#needs.session().people.has(person)
  }
}

/** What somebody hears of a session: see `View`. */
function viewOf(session: Session, id: PersonId): View {
  const person = session.people.get(id)
  if (!person) return session.attendance.has(id) ? 'former' : 'prejoin'
  if (isModerator(person.role)) return 'moderators'
  return can(person, 'seeParticipants') ? 'everyone' : 'unnamed'
}

function outgoingOf(event: Event, { everyone, moderators, own, others, strangers = [] }: Delivery): Outgoing {
  // Who was inside is told of the end as those are who still were. [END-1]
  const former = event.type === 'sessionEnded' ? everyone : []
  const views = {
    ...inside(texts(everyone)),
    moderators: texts(moderators),
    former: texts(former),
    prejoin: texts(strangers),
  }
  const told = new Map<PersonId, string[]>()
  for (const person of others?.people ?? []) told.set(person, texts(others?.events ?? []))
  // Who joins is shown the whole room instead.
  if (own) told.set(own.person, event.type === 'joined' ? [] : texts(own.events))
  return { views, own: told }
}

function inside(events: readonly string[]): ByView<readonly string[]> {
  return { everyone: events, unnamed: events, moderators: events }
}

function texts(events: readonly Event[]): string[] {
  return events.map((event) => JSON.stringify(event))
}
