import type { Logger } from 'pino'
import type { Downward } from '../../protocol/frames.ts'
import type { ContentItem } from '../../protocol/presenting/content.ts'
import {
  BOARD_MAX,
  BOARD_PAGES_MAX,
  BOARDS_MAX,
  type BoardElement,
  type BoardPageState,
} from '../../protocol/presenting/whiteboard.ts'
import type { DocumentId, Millis, PersonId, RoomId } from '../../protocol/types.ts'
import { drawnFault, inOrder, mergeInto, type BoardPage } from '../../rules/whiteboard/merge.ts'
import { takesDrawing } from '../../rules/whiteboard/layers.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { newId } from '../secrets.ts'

type Needs = {
  database: Database
  clock: Pick<Clock, 'now' | 'after'>
  log: Logger
  /** Tells everybody in a room; how many there are. */
  tell: (room: RoomId, frame: Downward) => Promise<number>
}
type Pointer = Extract<Downward, { type: 'pointed' }>['pointers'][number]
type Board = {
  room: RoomId
  name: string
  isLayer: boolean
  pages: BoardPage[]
  /** About how large it is as JSON, and how many were told of it last. */
  size: number
  people: number
  /** What is to be told with the next tick, by page from 0. */
  drawn: Map<number, Map<string, BoardElement>>
  pointers: Map<PersonId, Pointer>
  callOffTick: (() => void) | null
  callOffSave: (() => void) | null
  isSaving: boolean
}

// Thirty a second look like drawing; of ten thousand people each is told three times a second.
const TICK: Millis = 33
const LONGEST_TICK: Millis = 500
const PEOPLE_A_MS = 30
// In UTF-16 code units: a frame with more would have everybody cut off who reads slowly, and what is left waits for the next.
const TOLD_MAX = 250_000
const SAVED_WITHIN: Millis = 500
// A large board is written as a whole each time, and so less often.
const SAVED_A_MS = 1_000
// Boards that nobody has drawn on for long are read again when somebody does: beyond so many, or so many code units of JSON.
const OPEN_MAX = 200
const OPEN_SIZE_MAX = 64_000_000

/**
 * The whiteboards of rooms, and the layers over their files, each of the file’s own id: what is drawn is merged here, told to everybody in
 * ticks, and kept in the database. Stroke by stroke it is in no log. [BOARD-3] [BOARD-4] [BOARD-5]
 */
export class Whiteboards {
  readonly #needs: Needs
  /** Whichever was used last comes last. */
  readonly #open = new Map<DocumentId, Board>()
  readonly #opening = new Map<DocumentId, Promise<Board | null>>()
  /** Pages as they were written last, until somebody draws there: a class that comes asks for the same. */
  readonly #asJson = new WeakMap<BoardPage, string>()

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** Makes a board of one page for a room; null where the room has as many as it keeps. [BOARD-2] */
  async make(room: RoomId, name: string): Promise<DocumentId | null> {
    const id = newId()
    const { database, clock } = this.#needs
    const before = database.selectFrom('whiteboards').where('room', '=', room).where('layerOf', 'is', null)
    const row = database
      .selectNoFrom((made) => [
        made.val(id).as('id'),
        made.val(room).as('room'),
        made.val(name).as('name'),
        made.val(JSON.stringify([[]])).as('pages'),
        made.val(clock.now()).as('at'),
      ])
      .where(
        before.select(({ fn }) => fn.countAll<number>().as('many')),
        '<',
        BOARDS_MAX,
      )
    // One statement, so that no two find the same last place.
    const inserting = database.insertInto('whiteboards').columns(['id', 'room', 'name', 'pages', 'at']).expression(row)
    return (await inserting.executeTakeFirst()).numInsertedOrUpdatedRows === 1n ? id : null
  }

  /** The board that a room made last; null where it has none. */
  async lastOf(room: RoomId): Promise<{ board: DocumentId; pages: number } | null> {
    const boards = this.#needs.database
      .selectFrom('whiteboards')
      .select('id')
      .where('room', '=', room)
      .where('layerOf', 'is', null)
    const last = await boards.orderBy('at', 'desc').orderBy('id').executeTakeFirst()
    const item = last && (await this.itemOf(room, last.id))
    return item ? { board: item.document, pages: item.pages ?? 1 } : null
  }

  /** What a board is presented as; null where the room has none of this id. */
  async itemOf(room: RoomId, id: DocumentId): Promise<ContentItem | null> {
    const board = await this.#board(id)
    if (board?.room !== room || board.isLayer) return null
    return { document: id, kind: 'whiteboard', name: board.name, pages: board.pages.length, durationMs: null }
  }

  /** All that is drawn on a page of what is presented, counted from 1, as JSON of `BoardPageState`; null where there is no such page. */
  async page(room: RoomId, item: ContentItem, number: number): Promise<string | null> {
    if (!takesDrawing(item, number)) return null
    const board = await this.#board(item.document)
    if (board && board.room !== room) return null
    const page = board?.pages[number - 1]
    if (page) return this.#written(page)
    return item.kind === 'whiteboard' ? null : writtenOf([])
  }

  /** Adds an empty page; how many there are then, or null where there is no such board. */
  async addPage(room: RoomId, id: DocumentId): Promise<number | null> {
    const board = await this.#board(id)
    if (board?.room !== room || board.isLayer) return null
    if (board.pages.length < BOARD_PAGES_MAX) {
      board.pages.push(new Map())
      this.#saveSoon(id, board)
    }
    return board.pages.length
  }

  /** Puts what somebody drew onto a page of what is presented, counted from 1; says why not where there is no such page, or no place. */
  async draw(
    room: RoomId,
    item: ContentItem,
    number: number,
    elements: readonly BoardElement[],
  ): Promise<'drawn' | 'not-presented' | 'content-full' | 'bad-request'> {
    if (!takesDrawing(item, number)) return 'not-presented'
    const id = item.document
    const board = (await this.#board(id)) ?? (item.kind === 'whiteboard' ? null : await this.#layer(room, item))
    if (board?.room !== room) return 'not-presented'
    const page = pageOf(board, number)
    if (!page) return 'not-presented'
    const fault = drawnFault(page, elements)
    if (fault) return fault
    const size = JSON.stringify(elements).length
    if (board.size + size > BOARD_MAX) return 'content-full'
    board.size += size
    const changed = mergeInto(page, elements)
    if (changed.length === 0) return 'drawn'
    this.#asJson.delete(page)
    const due = board.drawn.get(number) ?? new Map<string, BoardElement>()
    for (const each of changed) due.set(each.id, each)
    board.drawn.set(number, due)
    this.#tickSoon(id, board)
    this.#saveSoon(id, board)
    return 'drawn'
  }

  /** Shows everybody where somebody points. */
  async point(room: RoomId, item: ContentItem, pointer: Pointer): Promise<void> {
    if (!takesDrawing(item, pointer.page)) return
    const id = item.document
    const board = (await this.#board(id)) ?? (item.kind === 'whiteboard' ? null : await this.#layer(room, item))
    if (board?.room !== room) return
    board.pointers.set(pointer.person, pointer)
    this.#tickSoon(id, board)
  }

  /** Keeps what is not kept yet. */
  async close(): Promise<void> {
    for (const [id, board] of this.#open) {
      board.callOffTick?.()
      if (!board.callOffSave) continue
      board.callOffSave()
      await this.#save(id, board)
    }
  }

  async #board(id: DocumentId): Promise<Board | null> {
    const open = this.#open.get(id)
    if (open) {
      this.#open.delete(id)
      this.#open.set(id, open)
      return open
    }
    const opening = this.#opening.get(id) ?? this.#read(id).finally(() => this.#opening.delete(id))
    this.#opening.set(id, opening)
    const board = await opening
    if (board && !this.#open.has(id)) {
      this.#open.set(id, board)
      this.#closeOthers(id)
    }
    return board
  }

  #written(page: BoardPage): string {
    const written = this.#asJson.get(page) ?? writtenOf(inOrder(page))
    this.#asJson.set(page, written)
    return written
  }

  /** The layer over a file, made where it has none yet; null where the file is gone. [BOARD-5] */
  async #layer(room: RoomId, { document, name }: ContentItem): Promise<Board | null> {
    const { database, clock } = this.#needs
    const row = database
      .selectFrom('documents')
      .select((made) => [
        'id',
        'room',
        made.val(name).as('name'),
        made.val(JSON.stringify([[]])).as('pages'),
        made.val(clock.now()).as('at'),
        'id as layerOf',
      ])
      .where('id', '=', document)
      .where('room', '=', room)
    // One statement, so that none is made over a file that is just deleted.
    const inserting = database
      .insertInto('whiteboards')
      .columns(['id', 'room', 'name', 'pages', 'at', 'layerOf'])
      .expression(row)
    await inserting.onConflict((before) => before.doNothing()).execute()
    return await this.#board(document)
  }

  async #read(id: DocumentId): Promise<Board | null> {
    const row = await this.#needs.database.selectFrom('whiteboards').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) return null
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this class wrote it
    const pages = JSON.parse(row.pages) as BoardElement[][]
    return {
      room: row.room,
      name: row.name,
      isLayer: row.layerOf !== null,
      pages: pages.map((elements) => new Map(elements.map((each) => [each.id, each]))),
      size: row.pages.length,
      people: 0,
      drawn: new Map(),
      pointers: new Map(),
      callOffTick: null,
      callOffSave: null,
      isSaving: false,
    }
  }

  /** Lets go of boards that were not used for longest, where there are too many or too much is on them. */
  #closeOthers(id: DocumentId): void {
    let size = [...this.#open.values()].reduce((sum, board) => sum + board.size, 0)
    for (const [other, board] of this.#open) {
      if (this.#open.size <= OPEN_MAX && size <= OPEN_SIZE_MAX) return
      if (other === id || board.callOffSave || board.callOffTick || board.isSaving) continue
      this.#open.delete(other)
      size -= board.size
    }
  }

  #tickSoon(id: DocumentId, board: Board): void {
    const wait = Math.min(LONGEST_TICK, Math.max(TICK, board.people / PEOPLE_A_MS))
    board.callOffTick ??= this.#needs.clock.after(wait, () => {
      board.callOffTick = null
      const frames = takeDrawn(board).map(([page, elements]): Downward => ({
        type: 'drawn',
        board: id,
        page,
        elements,
      }))
      if (board.pointers.size > 0) frames.push({ type: 'pointed', board: id, pointers: [...board.pointers.values()] })
      board.pointers.clear()
      if (board.drawn.size > 0) this.#tickSoon(id, board)
      for (const frame of frames)
        this.#needs.tell(board.room, frame).then(
          (people) => (board.people = people),
          (fault: unknown) => this.#needs.log.warn({ fault }, 'a room could not be told of its whiteboard'),
        )
    })
  }

  #saveSoon(id: DocumentId, board: Board): void {
    board.callOffSave ??= this.#needs.clock.after(Math.max(SAVED_WITHIN, board.size / SAVED_A_MS), () => {
      this.#save(id, board).catch((fault: unknown) => {
        this.#needs.log.warn({ fault }, 'a whiteboard could not be kept; it is tried again')
        this.#saveSoon(id, board)
      })
    })
  }

  async #save(id: DocumentId, board: Board): Promise<void> {
    board.callOffSave = null
    board.isSaving = true
    const pages = JSON.stringify(board.pages.map(inOrder))
    board.size = pages.length
    try {
      await this.#needs.database.updateTable('whiteboards').set({ pages }).where('id', '=', id).execute()
    } finally {
      board.isSaving = false
    }
    this.#closeOthers(id)
  }
}

const writtenOf = (elements: BoardElement[]) => JSON.stringify({ elements } satisfies BoardPageState)

/** A page of a board; a layer has as many as its file. */
function pageOf({ pages, isLayer }: Board, number: number): BoardPage | undefined {
  if (isLayer) for (let next = pages.length; next < number; next += 1) pages.push(new Map())
  return pages[number - 1]
}

/** What is told with this tick, page by page: as much as a frame holds, and of whatever size one element. */
function takeDrawn({ drawn }: Board): [page: number, elements: BoardElement[]][] {
  let left = TOLD_MAX
  const taken: [number, BoardElement[]][] = []
  for (const [page, due] of drawn) {
    const elements: BoardElement[] = []
    for (const [id, element] of due) {
      if (left <= 0) break
      left -= JSON.stringify(element).length
      elements.push(element)
      due.delete(id)
    }
    if (elements.length > 0) taken.push([page, elements])
    if (due.size === 0) drawn.delete(page)
  }
  return taken
}
