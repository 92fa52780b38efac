import type { Command } from '../protocol/commands.ts'
import type { ContentItem } from '../protocol/presenting/content.ts'
import type { Message } from '../protocol/messages.ts'
import type { Millis, PersonId } from '../protocol/types.ts'
import type { Actor, Outcome } from './outcome.ts'
import type { Verb } from './permissions/policy.ts'
import type { Person, Session } from './session/session.ts'

/**
 * The rate limit that a command counts against; server/realtime sets the limits. `selfReducing`: the command only takes back what is one's
 * own. [LEAVE-3]
 */
export type Rate = 'act' | 'hand' | 'reaction' | 'selfReducing'

/** What was looked up for a command: the message that it is about, as the store has it for that person, and what it presents. */
export type LookedUp = { about?: Message | null; item?: ContentItem | null }

/** What a command is decided from; null where nothing was looked up, or there is no such thing. */
export type Given<C extends Command> = { session: Session; command: C; at: Millis } & Required<LookedUp>

type ByActor<C extends Command> = { needs: 'actor'; may: null; decide: (given: Given<C> & { actor: Actor }) => Outcome }
type ByMe<C extends Command> = { needs: 'me'; may: Verb | null; decide: (given: Given<C> & { me: Person }) => Outcome }
type ToTarget<C extends Command> = {
  needs: 'target'
  may: Verb | null
  decide: (given: Given<C> & { me: Person; target: Person }) => Outcome
}
/** A switch may count differently when it turns something on than when it turns it off. */
type Rated<C extends Command> = { rate: Rate | ((command: NoInfer<C>) => Rate) }

/**
 * Everything there is to know of a command besides its schema: its rate limit, who may do it (null if the rule itself checks more than the
 * policy can say), and its decision. `needs` says who must be there first: anybody connected (`actor`), a person who is inside (`me`), or
 * also another person who is inside (`target`).
 */
export type CommandRow<C extends Command> = Rated<C> &
  (ByActor<C> | ByMe<C> | ([C] extends [{ person: PersonId }] ? ToTarget<C> : never))

/** The rows of a feature, one for each of its commands. */
export type CommandRows<T extends Command['type']> = { [K in T]: CommandRow<Extract<Command, { type: K }>> }

/** A row for a command of anybody who is connected. */
export function byAnybody<C extends Command>(
  decide: ByActor<C>['decide'],
  rate: Rated<C>['rate'] = 'act',
): Rated<C> & ByActor<C> {
  return { needs: 'actor', may: null, rate, decide }
}

/** A row for a command of a person inside, about themselves or about the room. */
export function byPerson<C extends Command>(
  may: Verb | null,
  decide: ByMe<C>['decide'],
  rate: Rated<C>['rate'] = 'act',
): Rated<C> & ByMe<C> {
  return { needs: 'me', may, rate, decide }
}

/** A row for a command of a person inside, about another person inside. */
export function toPerson<C extends Command & { person: PersonId }>(
  may: Verb | null,
  decide: ToTarget<C>['decide'],
): Rated<C> & ToTarget<C> {
  return { needs: 'target', may, rate: 'act', decide }
}
