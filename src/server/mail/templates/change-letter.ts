import { oneLine } from '../mailer.ts'
import { nothingElse, type Letter } from './letter.ts'
import type { AboutRoom, When, Words } from './words.ts'

/** What became of a time: `was` is null for one that is held after all, `when` for one that is not held. */
export type Change = { was: When | null; when: When | null }

/** A mail that says what became of a room's times; at least one. */
export type ChangeAbout = { room: AboutRoom; changes: readonly Change[]; unsubscribe: string } & (
  | { kind: 'cancelled' }
  | { kind: 'moved'; link: string }
)

// More are counted: nobody reads a year of dates.
const LISTED = 10

/** Says what became of each time, the first ten one by one. [REMIND-5] */
export function changeLetter(about: ChangeAbout, words: Words): Letter {
  const { room, changes, unsubscribe } = about
  const { catalogue, say } = words
  const { subject, lead } = saysOf(about, catalogue)
  const more = changes.length - LISTED
  return {
    ...nothingElse(words),
    subject: oneLine(say(subject, { room: room.name })),
    lead: [say(lead, { room: room.name, n: changes.length })],
    picture: room.picture,
    ...listed(changes.slice(0, LISTED), words),
    more: more > 0 ? say(catalogue.more, { n: more }) : '',
    small: [say(catalogue.whyYou, { server: new URL(unsubscribe).host })],
    stop: { words: catalogue.stop, url: unsubscribe },
    button: about.kind === 'moved' ? { words: catalogue.open, url: about.link } : null,
  }
}

function saysOf({ kind, changes }: ChangeAbout, catalogue: Words['catalogue']) {
  return kind === 'moved' && changes.every(({ was }) => was === null) ? catalogue.restored : catalogue[kind]
}

/** One change as the new time and the old; several that have one side alone as a list of it, and else each as from what to what. */
function listed(changes: readonly Change[], words: Words): Pick<Letter, 'facts' | 'moves'> {
  const { catalogue } = words
  const hasBoth = changes.some(({ was, when }) => was && when)
  if (!hasBoth) {
    const times = changes.flatMap(({ was, when }) => when ?? was ?? [])
    return { facts: [[catalogue.when, times.map((each) => words.when(each)).join('\n')]], moves: [] }
  }
  const [first, second] = changes
  if (first?.was && first.when && !second)
    return {
      facts: [
        [catalogue.when, words.when(first.when)],
        [catalogue.before, words.when(first.was)],
      ],
      moves: [],
    }
  const saysOfTime = (time: When | null) => (time ? words.when(time) : catalogue.notHeld)
  return {
    facts: [],
    moves: changes.map(({ was, when }) => [saysOfTime(was), `${words.leadsTo} ${saysOfTime(when)}`] as const),
  }
}
