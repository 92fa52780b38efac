import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import type { Message } from '../../protocol/messages.ts'
import type { ContentItem } from '../../protocol/presenting/content.ts'
import type { DocumentId, Millis, PersonId, SessionId } from '../../protocol/types.ts'
import { beforeOf, deliveryOf } from '../../rules/audience/audience.ts'
import type { Delivery } from '../../rules/audience/delivery.ts'
import { messageOf } from '../../rules/chat/chat.ts'
import { documentOf } from '../../rules/content/presenting.ts'
import { decide, decideSystemEvent } from '../../rules/decide.ts'
import { isStored } from '../../rules/events-table.ts'
import { evolve } from '../../rules/evolve.ts'
import { isRejection, reject, type Actor, type SystemEvent, type Rejection, type Outcome } from '../../rules/outcome.ts'
import { foldMessages, type Reading } from '../../rules/chat/messages.ts'
import type { Session } from '../../rules/session/session.ts'
import type { Store } from '../store/store.ts'

/** What waits for a session: somebody's command, or a system event. */
export type Entry = { asker: PersonId; command: Command } | { systemEvent: SystemEvent }

/** What happened, who hears of it, and whether it is kept in the log. */
export type Happened = { event: Event; delivery: Delivery; stored: boolean }

/** What has come of an entry: the answer, and what happened. */
export type Decided = { no: Rejection | null; happened: Happened[] }

/** Where a batch looks things up. `whoIs`: who somebody is who is not inside; `itemOf`: what a document would be presented as. */
export type LookUps = {
  store: Pick<Store, 'messages'>
  whoIs: (person: PersonId) => Promise<Actor | null>
  itemOf: (document: DocumentId) => Promise<ContentItem | null>
}

type About = { reading: Reading; n: number; messages: readonly Message[] }

/**
 * Decides a batch of entries one after the other, each against the session as those before it have left it. What has to be looked up
 * is looked up before, all at once, and brought up to date by what the batch itself makes happen: so a batch comes to the same as its
 * entries alone.
 */
export class Batch {
  readonly entries: readonly Entry[]
  /** By id, those who are not inside and want to come in. */
  readonly #newcomers: ReadonlyMap<PersonId, Actor | null>
  readonly #about: ReadonlyMap<Entry, About>
  readonly #items: ReadonlyMap<DocumentId, ContentItem | null>

  private constructor(
    entries: readonly Entry[],
    newcomers: ReadonlyMap<PersonId, Actor | null>,
    about: ReadonlyMap<Entry, About>,
    items: ReadonlyMap<DocumentId, ContentItem | null>,
  ) {
    this.entries = entries
    this.#newcomers = newcomers
    this.#about = about
    this.#items = items
  }

  /** Looks up what the entries need. */
  static async of(entries: readonly Entry[], session: SessionId, { store, whoIs, itemOf }: LookUps): Promise<Batch> {
    const newcomers = new Map<PersonId, Actor | null>()
    const about = new Map<Entry, About>()
    const items = new Map<DocumentId, ContentItem | null>()
    await Promise.all(
      entries.map(async (entry) => {
        if ('systemEvent' in entry) return
        const { asker, command } = entry
        if (command.type === 'join') newcomers.set(asker, await whoIs(asker))
        const document = documentOf(command)
        if (document !== null) items.set(document, await itemOf(document))
        const asked = messageOf(command)
        if (!asked) return
        const reading = { reader: asker, with: asked.with }
        const messages = await store.messages(session, reading, { before: null, after: asked.n - 1, limit: 1 })
        about.set(entry, { reading, n: asked.n, messages })
      }),
    )
    return new Batch(entries, newcomers, about, items)
  }

  /** Decides each and lets it happen to the session, which is changed in place. `now`: the session's time at each. */
  decide(session: Session, now: () => Millis): Decided[] {
    const about = new Map(this.#about)
    // Who has left within the batch is who they were then: the store does not know of it yet. Who is forgotten is nobody. [KEEP-6]
    const left = new Map<PersonId, Actor | null>()
    return this.entries.map((entry) => {
      const outcome = this.#outcome(session, entry, about.get(entry), left, now())
      const no = isRejection(outcome) ? outcome : null
      const events = isRejection(outcome) ? (outcome.events ?? []) : outcome
      const happened = events.map((event) => {
        if (event.type === 'left') noteLeaving(session, event.person, left)
        if (event.type === 'dataDeleted') left.set(event.person, null)
        for (const [each, known] of about) about.set(each, broughtUp(known, event))
        const before = beforeOf(session, event)
        evolve(session, event)
        return { event, delivery: deliveryOf(session, event, before), stored: isStored(session, event) }
      })
      return { no, happened }
    })
  }

  #outcome(
    session: Session,
    entry: Entry,
    about: About | undefined,
    left: ReadonlyMap<PersonId, Actor | null>,
    at: Millis,
  ): Outcome {
    if ('systemEvent' in entry) return decideSystemEvent(session, entry.systemEvent, at)
    const { asker, command } = entry
    if (left.get(asker) === null) return reject('no-entry')
    const known = session.people.get(asker) ?? waiting(session, asker) ?? left.get(asker)
    const actor = command.type === 'join' && !known ? this.#newcomers.get(asker) : (known ?? nobody(asker))
    if (!actor) return reject('no-entry')
    const document = documentOf(command)
    return decide(session, actor, command, at, {
      about: about?.messages.find(({ n }) => n === about.n) ?? null,
      item: document === null ? null : (this.#items.get(document) ?? null),
    })
  }
}

/** Who waits comes in under name and role of now. */
function waiting(session: Session, id: PersonId): Actor | undefined {
  const waiter = session.waiting.get(id)
  return waiter && { id, name: waiter.name, role: waiter.role }
}

/** Who is not inside, and does not want to come in, can do nothing. */
const nobody = (id: PersonId): Actor => ({ id, name: '', role: 'participant' })

function noteLeaving(session: Session, id: PersonId, left: Map<PersonId, Actor | null>): void {
  const person = session.people.get(id)
  if (person) left.set(id, { id, name: person.name, role: person.role })
}

/** What is known of a message after an event of the batch. */
function broughtUp(about: About, event: Event): About {
  const messages = foldMessages(about.messages, event, about.reading)
  return messages === about.messages ? about : { ...about, messages }
}
