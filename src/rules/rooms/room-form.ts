import { readWords } from '../../protocol/messages.ts'
import { readLine, readName, type NameFault } from '../../protocol/names.ts'
import {
  DESCRIPTION_MAX,
  EARLY_MAX,
  TAG_MAX,
  TAGS_MAX,
  WAITING_TEXT_MAX,
  type Brand,
  type RoomChange,
} from '../../protocol/rooms.ts'
import { STAGE_MAX } from '../../protocol/types.ts'
import { searchKey } from '../audience/search-key.ts'
import { accentFault } from './accent.ts'

type Typed = Pick<RoomChange, 'name' | 'description' | 'tags' | 'early' | 'brand'>

/** Why what was typed of a room is refused. */
export type FormFault =
  | NameFault
  | 'description-long'
  | 'tags-many'
  | 'tag-long'
  | 'early-wrong'
  | 'stage-size-wrong'
  | 'accent-wrong'
  | 'accent-faint'
  | 'waiting-text-long'
  | 'address-wrong'

// No name and no password before the host: such an address looks like another than it is.
const ADDRESS = /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\<>"]*)?$/i
const ADDRESS_MAX = 500

/** What was typed of a room as it is kept, or why it is refused. [ROOM-5] */
export function readForm(typed: Typed): Typed | { fault: FormFault } {
  const name = readName(typed.name)
  if ('fault' in name) return name
  const description = readWords(typed.description, DESCRIPTION_MAX)
  if (description === null) return { fault: 'description-long' }
  const tags = readTags(typed.tags)
  if ('fault' in tags) return tags
  const early = earlyFault(typed.early)
  if (early) return { fault: early }
  const brand = readBrand(typed.brand)
  return 'fault' in brand ? brand : { name: name.name, description, ...tags, early: typed.early, brand }
}

/** Why a number of minutes is no early entrance, or null. */
export function earlyFault(minutes: number): 'early-wrong' | null {
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= EARLY_MAX ? null : 'early-wrong'
}

/** Why a number is no stage size, or null. [MODE-4] */
export function stageSizeFault(size: number): 'stage-size-wrong' | null {
  return Number.isInteger(size) && size >= 1 && size <= STAGE_MAX ? null : 'stage-size-wrong'
}

/** Tags as they are kept: none that is empty, and none twice. */
export function readTags(typed: readonly string[]): { tags: string[] } | { fault: 'tags-many' | 'tag-long' } {
  if (typed.length > 10 * TAGS_MAX) return { fault: 'tags-many' }
  const read = typed.map((tag) => readLine(tag, TAG_MAX))
  if (read.includes(null)) return { fault: 'tag-long' }
  const tags = new Map(read.flatMap((tag) => (tag ? [[searchKey(tag), tag] as const] : [])))
  return tags.size > TAGS_MAX ? { fault: 'tags-many' } : { tags: [...tags.values()] }
}

/** Why an address is none that one may be led to, or null. None, as '', is. */
export function addressFault(address: string): 'address-wrong' | null {
  return address === '' || (address.length <= ADDRESS_MAX && ADDRESS.test(address)) ? null : 'address-wrong'
}

function readBrand(typed: Brand): Brand | { fault: FormFault } {
  const accent = typed.accent.trim().toLowerCase()
  const waitingText = readLine(typed.waitingText, WAITING_TEXT_MAX)
  const leaveTo = typed.leaveTo.trim()
  const fault = accentFault(accent) ?? (waitingText === null ? 'waiting-text-long' : addressFault(leaveTo))
  return fault === null ? { accent, waitingText: waitingText ?? '', leaveTo } : { fault }
}
