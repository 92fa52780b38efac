import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Command } from '../../../protocol/commands.ts'
import type { Refusal } from '../../../protocol/refusals.ts'
import type { PersonView } from '../../../protocol/views.ts'
import type { Call, CallState } from '../../call/call-state.ts'
import type { DeviceState } from '../../call/devices/device-state.ts'
import type { Addressee } from '../../state/open-privately.ts'
import type { RoomMessages } from '../../i18n/messages.ts'
import type { PanelTab } from '../panel/index.ts'
import type { StageLook, StageView } from '../../state/stage-view.ts'

/** Everything that decides whether an act is offered: oneself, the room, one's own devices, and one's own view of the stage. */
export type Now = { me: PersonView; state: CallState; devices: DeviceState; look: StageLook }

/** What acts can use besides commands: the call, the stage, and what opens over the room or beside it. */
export type ActContext = {
  call: Call
  view: StageView
  open: (sheet: ReactNode) => void
  writeTo: (whom: Addressee) => void
} & RoomActions

export type RoomActions = Record<'joinStage' | 'settings' | 'shortcuts' | 'palette' | 'feedback', () => void> & {
  panel: (tab: PanelTab) => void
}

/** Why an act that one may do cannot be done now: a refusal of the room, or something that everybody can see. */
export type Reason =
  | Refusal
  | 'invited'
  | 'muted'
  | 'unmuted'
  | 'camera-off'
  | 'no-hand'
  | 'none-removed'
  | 'already-set'

/** The question before an act: what is asked, what would follow, and the label of the button that does it. */
export type Question = { title: string; help: string; yes: string }

/**
 * One thing that can be done to `On`, with labels from `Words`. Menus, toolbar, keys and palette are all drawn from it. It is hidden if
 * `may` or `fits` is false: the person is not allowed to, or it makes no sense now. If `whyNot` gives a reason it cannot be done now, and
 * is left out or shown with the reason.
 */
export type Act<On, Words> = {
  may?: (now: Now, on: On) => boolean
  fits?: (now: Now, on: On) => boolean
  whyNot?: (now: Now, on: On) => Reason | null
  icon: (now: Now, on: On) => LucideIcon
  label: (words: Words, now: Now, on: On) => string
  /** Whether it is on, so that a press turns it off. */
  isOn?: (now: Now, on: On) => boolean
  /** The question that is asked first, wherever the act is pressed. */
  asks?: (words: RoomMessages, now: Now, on: On) => Question
  /** It takes something away, and is drawn as dangerous. */
  stops?: true
  /** It declines something, and is drawn less prominently than accepting. */
  declines?: true
} & ({ command: (now: Now, on: On) => Command } | { run: (context: ActContext, now: Now, on: On) => unknown })

/** Acts by name, in the order in which they are offered. */
export type Acts<On, Words> = Readonly<Record<string, Act<On, Words>>>

/** An act as it is offered now. */
export type Offer<On, Words> = {
  id: string
  act: Act<On, Words>
  name: string
  icon: LucideIcon
  why: Reason | null
  isOn: boolean
}

/** Whether it is offered at all. */
export function isOffered<On>(act: Act<On, never>, now: Now, on: NoInfer<On>): boolean {
  return (act.may?.(now, on) ?? true) && (act.fits?.(now, on) ?? true)
}

/** The acts that are offered, each with the reason if it cannot be done now. */
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

/** The state at this moment; null outside the room. */
export function nowOf({ call, view }: Pick<ActContext, 'call' | 'view'>): Now | null {
  const { state, devices } = call
  return state.me && { me: state.me, state, devices: devices.state, look: view.look }
}
