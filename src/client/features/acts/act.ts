import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Command } from '../../../protocol/commands.ts'
import type { Refusal } from '../../../protocol/refusals.ts'
import type { PersonView } from '../../../protocol/views.ts'
import type { Call, CallState } from '../../call/call-state.ts'
import type { DeviceState } from '../../call/devices/device-state.ts'
import type { Addressee } from '../../state/open-privately.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { PanelTab } from '../panel/index.ts'
import type { StageLook, StageView } from '../../state/stage-view.ts'

/** What decides whether something can be done: oneself, the room as it is known, the own devices, the own look at the stage. */
export type Now = { me: PersonView; state: CallState; devices: DeviceState; look: StageLook }

/** What an act reaches that is no command: the call, the stage, and what opens over the room or beside it. */
export type Doors = {
  call: Call
  view: StageView
  open: (sheet: ReactNode) => void
  writeTo: (whom: Addressee) => void
} & RoomDoors

export type RoomDoors = Record<'joinStage' | 'settings' | 'shortcuts' | 'palette' | 'feedback', () => void> & {
  panel: (tab: PanelTab) => void
}

/** Why what one may do cannot be done just now: what the room would answer, or what everybody sees. */
export type Reason =
  | Refusal
  | 'invited'
  | 'muted'
  | 'unmuted'
  | 'camera-off'
  | 'no-hand'
  | 'none-removed'
  | 'already-set'

/** What is asked before an act is done: the question, what would follow, and the answer that does it. */
export type Question = { title: string; help: string; yes: string }

/**
 * One thing that can be done, to `On`, named out of `Words`; wherever it is offered, it is drawn from here. Who may not does not see
 * it; where it does not fit (what is open is not opened) it is absent, and what cannot be done now is left out or says why.
 */
export type Act<On, Words> = {
  may?: (now: Now, on: On) => boolean
  fits?: (now: Now, on: On) => boolean
  whyNot?: (now: Now, on: On) => Reason | null
  icon: (now: Now, on: On) => LucideIcon
  label: (words: Words, now: Now, on: On) => string
  /** Whether a press turns it off again. */
  isOn?: (now: Now, on: On) => boolean
  /** Asked before it is done, wherever it is pressed. */
  asks?: (words: Messages, now: Now, on: On) => Question
  /** It takes something away. */
  stops?: true
  /** It says no, and stands back beside what says yes. */
  declines?: true
} & ({ command: (now: Now, on: On) => Command } | { run: (doors: Doors, now: Now, on: On) => unknown })

/** Acts by name, in the order in which they are offered. */
export type Acts<On, Words> = Readonly<Record<string, Act<On, Words>>>

/** An act as it is offered just now. */
export type Offer<On, Words> = {
  id: string
  act: Act<On, Words>
  name: string
  icon: LucideIcon
  why: Reason | null
  isOn: boolean
}

/** Whether it is offered to somebody at all. */
export function isOffered<On>(act: Act<On, never>, now: Now, on: NoInfer<On>): boolean {
  return (act.may?.(now, on) ?? true) && (act.fits?.(now, on) ?? true)
}

/** What of these acts is offered to somebody; what cannot be done just now says why. */
export function offersOf<On, Words>(
  acts: Acts<On, Words>,
  words: Words,
  now: Now,
  on: NoInfer<On>,
): Offer<On, Words>[] {
  const offered = Object.entries(acts).filter(([, act]) => isOffered(act, now, on))
  return offered.map(([id, act]) => ({
    id,
    act,
    name: act.label(words, now, on),
    icon: act.icon(now, on),
    why: act.whyNot?.(now, on) ?? null,
    isOn: act.isOn?.(now, on) ?? false,
  }))
}

/** As it is in this moment; null outside the room. */
export function nowOf({ call, view }: Pick<Doors, 'call' | 'view'>): Now | null {
  const { state, devices } = call
  return state.me && { me: state.me, state, devices: devices.state, look: view.look }
}
