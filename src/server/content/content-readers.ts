import { PAGES_MAX } from '../../protocol/presenting/content.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { DocumentId, RoomId } from '../../protocol/types.ts'
import { can, isModerator } from '../../rules/permissions/policy.ts'
import type { AppContext } from '../app-context.ts'

/** What somebody may fetch of a file: its pages up to one, and whether they present, or prepare it. */
export type Reading = { room: RoomId; file: string; upTo: number; presents: boolean }

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
    const known = await visitors.inRoom(cookie, live)
    const { content, people, endedAt } = live.session
    const person = known && people.get(known.id)
    if (person && endedAt === null && content?.item.document === document) {
      const file = await this.#fileOf(room, document)
      if (file === null) return 'file-gone'
      const presents = content.person === person.id || isModerator(person.role)
      return { room, file, upTo: presents ? PAGES_MAX : content.furthest + 1, presents }
    }
    const who = known && !live.session.removed.has(known.id) ? await live.whoIs(known.id) : null
    if (!who || !(can(who, 'prepareContent') || can(who, 'presentContent'))) return 'file-gone'
    const row = await this.#context.documents.find(room, document)
    if (!row || (row.owner !== who.id && !isModerator(who.role))) return 'file-gone'
    return { room, file: row.file, upTo: PAGES_MAX, presents: true }
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
