import type { Command } from '../protocol/commands.ts'
import type { Message } from '../protocol/messages.ts'
import type { Millis, PersonId } from '../protocol/types.ts'
import type { Actor, Outcome } from './outcome.ts'
import type { Verb } from './permissions/policy.ts'
import type { Person, Session } from './session/session.ts'

/** How often something may be asked: the limits stand in server/realtime. `selfReducing`: it only takes back what is one's own. [LEAVE-3] */
export type Rate = 'act' | 'hand' | 'reaction' | 'selfReducing'

/** What a command is decided from. `about`: the message that it is about, as the store has it for that person. */
export type Given<C extends Command> = { session: Session; command: C; at: Millis; about: Message | null }

type ByActor<C extends Command> = { needs: 'actor'; may: null; decide: (given: Given<C> & { actor: Actor }) => Outcome }
type ByMe<C extends Command> = { needs: 'me'; may: Verb | null; decide: (given: Given<C> & { me: Person }) => Outcome }
type ToTarget<C extends Command> = {
  needs: 'target'
  may: Verb | null
  decide: (given: Given<C> & { me: Person; target: Person }) => Outcome
}
/** Some are of one kind when they turn something on, and of another when they turn it off. */
type Rated<C extends Command> = { rate: Rate | ((command: NoInfer<C>) => Rate) }

/**
 * All that has to be known of a command beside its shape: how often it may be asked, whom the policy lets do it (null, where the rule
 * looks at more, and says so itself), and what it leads to. `needs`: what has to be there first: anybody who is connected, somebody who
 * is inside (`me`), or another who is inside, too (`target`).
 */
export type CommandRow<C extends Command> = Rated<C> &
  (ByActor<C> | ByMe<C> | ([C] extends [{ person: PersonId }] ? ToTarget<C> : never))

/** The rows of a feature: one for each of its commands. */
export type CommandRows<T extends Command['type']> = { [K in T]: CommandRow<Extract<Command, { type: K }>> }

/** A row for what anybody can ask who is connected. */
export function byAnybody<C extends Command>(
  decide: ByActor<C>['decide'],
  rate: Rated<C>['rate'] = 'act',
): Rated<C> & ByActor<C> {
  return { needs: 'actor', may: null, rate, decide }
}

/** A row for what somebody inside asks for themselves, or of the room as a whole. */
export function byPerson<C extends Command>(
  may: Verb | null,
  decide: ByMe<C>['decide'],
  rate: Rated<C>['rate'] = 'act',
): Rated<C> & ByMe<C> {
  return { needs: 'me', may, rate, decide }
}

/** A row for what somebody inside does to another who is inside. */
export function toPerson<C extends Command & { person: PersonId }>(
  may: Verb | null,
  decide: ToTarget<C>['decide'],
): Rated<C> & ToTarget<C> {
  return { needs: 'target', may, rate: 'act', decide }
}
