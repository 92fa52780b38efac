import type { Event } from '../../src/protocol/events.ts'
import type { Store } from '../../src/server/store/store.ts'

/** The whole log of a session. */
export async function eventsOf(store: Store, session: string): Promise<Event[]> {
  return (await store.loadFrom(session, 0)).events
}
