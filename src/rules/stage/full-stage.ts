import type { Millis, PersonId } from '../../protocol/types.ts'
import { holderOf } from '../content/main-place.ts'
import { isModerator } from '../permissions/policy.ts'
import { stageOf, type Person, type Session } from '../session/session.ts'

/** A person who has just come on stage does not have to make room. [STAGE-2] */
const ARRIVES_FOR: Millis = 30_000
/** A voice is recorded at most once in this time. [STAGE-7] */
const HEARD_EVERY: Millis = 10_000
// One report may be late.
const SPEAKS_FOR = 1.5 * HEARD_EVERY

/** [STAGE-2] Who makes room on a full stage: of those who can, the one who was silent longest; null if nobody can. */
export function whoMakesRoom(session: Session, at: Millis): Person | null {
  const able = stageOf(session).filter((person) => mayGo(session, person, at))
  const [first, ...others] = able.map((person) => ({ person, since: silentSince(session, person) }))
  if (!first) return null
  return others.reduce((silent, each) => (each.since < silent.since ? each : silent), first).person
}

function mayGo(session: Session, person: Person, at: Millis): boolean {
  const heard = session.privateState.get(person.id)?.spokeAt ?? null
  const speaks = person.microphone && heard !== null && at - heard < SPEAKS_FOR
  const shows = holderOf(session) === person.id
  return !isModerator(person.role) && !speaks && !shows && at - (person.onStageSince ?? at) >= ARRIVES_FOR
}

function silentSince(session: Session, person: Person): Millis {
  return Math.max(person.onStageSince ?? 0, session.privateState.get(person.id)?.spokeAt ?? 0)
}

/** [STAGE-7] Whether a voice has to be recorded: its person is on stage with the microphone on, and was not recorded just before. */
export function isHeardAgain(session: Session, id: PersonId, at: Millis): boolean {
  const person = session.people.get(id)
  if (person?.place !== 'stage' || !person.microphone) return false
  const heard = session.privateState.get(id)?.spokeAt ?? null
  return heard === null || at - heard >= HEARD_EVERY
}
