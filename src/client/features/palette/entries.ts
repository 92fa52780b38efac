import type { LucideIcon } from 'lucide-react'
import type { PersonView } from '../../../protocol/views.ts'
import { searchKey } from '../../../rules/audience/search-key.ts'
import type { RoomMessages } from '../../i18n/messages.ts'
import {
  type Acts,
  type ActContext,
  type Now,
  offersOf,
  OWN_ACTS,
  type OwnAct,
  perform,
  type Reason,
} from '../acts/index.ts'
import { ACTS, type ActWords } from './acts-table.ts'
import { REQUEST_ACTS } from '../hands/index.ts'
import { begins, distanceOf } from './match.ts'

/** A line of the palette: an act and its target. `who` is a name as it is shown, or empty. */
export type Line = {
  id: string
  act: string
  name: string
  who: string
  icon: LucideIcon
  why: Reason | null
  stops: boolean
  key: string | null
}

/** A line and what it does. */
type Entry = { line: Line; run: (context: ActContext, now: Now) => void }

/** People besides those whom the page knows, and how names are shown. */
type People = { viewers: readonly PersonView[]; named: (name: string) => string }

// More than anybody reads; another word narrows it down.
const SHOWN_MAX = 50
// Larger than any distance between words.
const NOT_NOW = 1_000

// The other answer to a request is the invitation, which is offered for everybody anyway.
const { declineRequest } = REQUEST_ACTS

const KEYS = new Map(Object.entries<OwnAct>(OWN_ACTS).map(([id, { shortcut }]) => [id, shortcut?.key]))

/** The lines that match the typed words: first those that can be done, and the best matches. */
export function findEntries(typed: readonly string[], words: RoomMessages, now: Now, people: People): Entry[] {
  const nobody = { id: '', who: '' }
  const also = new Map(Object.entries(words.palette.also))
  // Of equal matches, those that reach everybody come last: *mute* and Enter should not mean the whole room.
  const entries = [
    ...entriesOf(ACTS.own, words, now, null, nobody).filter(({ line }) => line.act !== 'palette'),
    ...entriesOfPeople(typed, words, now, people),
    ...entriesOfShare(words, now, people),
    ...entriesOfContent(words, now, people),
    ...entriesOf(ACTS.room, words, now, null, nobody),
  ]
  return entries
    .flatMap((entry) => {
      const { name, who, act, why } = entry.line
      const distance = distanceOf(typed, { name, who, also: `${also.get(act) ?? ''} ${words.palette.fillers}` })
      return distance === null ? [] : [{ entry, distance: why ? distance + NOT_NOW : distance }]
    })
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, SHOWN_MAX)
    .map(({ entry }) => entry)
}

/** The typed words that are in no act's label, which are taken for a name. If every word could be an act's, the last is taken. */
export function nameIn(typed: readonly string[], { moderation, chat, palette }: RoomMessages): string {
  const labels = [
    ...Object.values(moderation.personAct),
    chat.writePrivately,
    ...Object.values(palette.also),
    palette.fillers,
  ]
  const text = searchKey(labels.join(' '))
  const names = typed.filter((word) => !begins(text, word))
  return names.length > 0 ? names.join(' ') : (typed.at(-1) ?? '')
}

/** Acts on people whose names were typed; without a name, on people who are on stage, invited, waiting, or have a raised hand. */
function entriesOfPeople(typed: readonly string[], words: RoomMessages, now: Now, { viewers, named }: People): Entry[] {
  if (typed.length === 0) return []
  const { session } = now.state
  const known = [...new Map([...viewers, ...session.people.values()].map((each) => [each.id, each])).values()]
  const namedOnes = known.filter(({ name }) => typed.some((word) => begins(searchKey(name), word)))
  const isNear = ({ id, place, invitation }: PersonView) =>
    place !== 'viewer' || invitation !== null || session.hands.has(id)
  const people = namedOnes.length > 0 ? namedOnes : known.filter(isNear)
  return [
    ...people.flatMap((person) => {
      const target = { id: person.id, who: named(person.name) }
      const isMain = now.look.main?.tile === person.id
      return [
        ...entriesOf(ACTS.person, words, now, person, target),
        ...entriesOf({ declineRequest }, words, now, person.id, target),
        ...(person.place === 'stage' ? entriesOf(ACTS.onStage, words, now, { person, isMain }, target) : []),
      ]
    }),
    ...[...session.waiting.values()].flatMap(({ person: id, name }) =>
      entriesOf(ACTS.waiting, words, now, id, { id, who: named(name) }),
    ),
    ...[...session.removed.values()].flatMap(({ person: id, name }) =>
      entriesOf(ACTS.removed, words, now, id, { id, who: named(name) }),
    ),
    ...[...session.chat.blocked].flatMap(([id, name]) =>
      entriesOf(ACTS.blocked, words, now, id, { id, who: named(name) }),
    ),
  ]
}

/** Acts on the shared screen. */
function entriesOfShare(words: RoomMessages, now: Now, { named }: People): Entry[] {
  const { share, people } = now.state.session
  if (!share) return []
  const isMain = now.look.main?.over !== share.person
  const who = words['screen-share'].screenOf({ name: named(people.get(share.person)?.name ?? '') })
  return entriesOf(ACTS.share, words, now, { share, isMain }, { id: share.person, who })
}

/** Acts on what is presented. */
function entriesOfContent(words: RoomMessages, now: Now, { named }: People): Entry[] {
  const { content, people } = now.state.session
  if (!content) return []
  const isMain = now.look.main?.over !== content.person
  const who = words['screen-share'].contentOf({
    file: content.item.name,
    name: named(people.get(content.person)?.name ?? ''),
  })
  return entriesOf(ACTS.content, words, now, { content, isMain }, { id: content.person, who })
}

function entriesOf<On>(
  acts: Acts<On, ActWords>,
  words: ActWords,
  now: Now,
  on: NoInfer<On>,
  target: { id: string; who: string },
): Entry[] {
  return offersOf(acts, words, now, on).map(({ id, act, name, icon, why }) => ({
    line: {
      id: `${id} ${target.id}`,
      act: id,
      name,
      who: target.who,
      icon,
      why,
      stops: act.stops ?? false,
      key: KEYS.get(id) ?? null,
    },
    run: (context, then) => perform(act, context, then, on),
  }))
}
