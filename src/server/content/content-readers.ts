import type { Refusal } from '../../protocol/refusals.ts'
import type { DocumentId, RoomId } from '../../protocol/types.ts'
import { hasFile, reachOf, seesPresented, WHOLE, type Reach } from '../../rules/content/reading.ts'
import type { AppContext } from '../app-context.ts'

/** What somebody may fetch: a file, and how much of it. */
export type Reading = Reach & { room: RoomId; file: string }

// Enough for what is presented in all rooms at once; others are looked up.
const KNOWN_MAX = 2_000

/**
 * Who may fetch what is made of a file: whoever is inside while it is presented, as far as it was shown and a page further; and who may do
 * as they like with it, before that too. [PAGES-4]
 */
export class ContentReaders {
  readonly #context: AppContext
  /** What is in the files that are presented, so that a hall that turns a page asks no database. A file is never another. */
  readonly #known = new Map<DocumentId, string>()

  constructor(context: AppContext) {
    this.#context = context
  }

  async of(
    { room, document }: { room: RoomId; document: DocumentId },
    cookie: string | undefined,
  ): Promise<Reading | Refusal> {
    const { rooms, visitors } = this.#context
    const live = await rooms.room(room)
    if (!live || live === 'deleted') return 'file-gone'
    if (live === 'elsewhere') return 'room-moved'
    const inside = await visitors.inside(cookie, live)
    const person = inside && seesPresented(live.session, inside.id, document)
    if (person) {
      const file = await this.#fileOf(room, document)
      if (file !== null) return { room, file, ...reachOf(live.session, person) }
      // A board is no file; of anything else nothing is left to present.
      if (live.session.content?.item.kind !== 'whiteboard')
        await live.put(live.session.id, { type: 'contentGone', document })
      return 'file-gone'
    }
    const known = await visitors.inRoom(cookie, live)
    const who = known && !live.session.removed.has(known.id) ? await live.whoIs(known.id) : null
    const row = who && (await this.#context.documents.find(room, document))
    return row && hasFile(who, row.owner) ? { room, file: row.file, ...WHOLE } : 'file-gone'
  }

  async #fileOf(room: RoomId, document: DocumentId): Promise<string | null> {
    const known = this.#known.get(document)
    if (known !== undefined) return known
    const file = (await this.#context.documents.find(room, document))?.file ?? null
    if (this.#known.size >= KNOWN_MAX) this.#known.clear()
    if (file !== null) this.#known.set(document, file)
    return file
  }
}
