import { vi } from 'vitest'
import type { PersonView } from '../../../protocol/views.ts'
import type { Actor } from '../../../rules/outcome.ts'
import type { Session } from '../../../rules/session/session.ts'
import { does, given, ON_STAGE } from '../../../../test/rules/given.ts'
import { welcomeTo } from '../../../../test/client/manual-transport.ts'
import { amara, everybody, hana, mei, noor } from '../../../../test/rules/people.ts'
import { CLOSED } from '../../call/devices/device-state.ts'
import { before, welcomed } from '../../call/reducer.ts'
import { StageView } from '../../state/stage-view.ts'
import type { Now } from '../acts/index.ts'

/** A browser that supports everything. */
export function stubBrowser(): () => void {
  vi.stubGlobal('document', { fullscreenEnabled: true, pictureInPictureEnabled: true })
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', { mediaDevices: { getDisplayMedia: () => null } })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  return () => vi.unstubAllGlobals()
}

/** Amara is on stage, heard and seen; Noor's hand is raised; Mei asks to join the stage; the others are viewers. */
export function room(): Session {
  const session = given('webinar', ...everybody)
  does(session, amara, ON_STAGE)
  does(session, hana, { type: 'setAccess', access: 'request' })
  does(session, noor, { type: 'raiseHand' })
  does(session, mei, { type: 'askToJoin' })
  return session
}

/** The state of a person's page. */
export function nowFor(session: Session, who: Actor): Now {
  const state = welcomed(before(), welcomeTo(session, who), 0)
  if (!state.me) throw new Error('not inside')
  return { me: state.me, state, devices: CLOSED, look: new StageView().look }
}

/** A person as a page knows them. */
export function personIn({ state }: Now, { id }: Actor): PersonView {
  const person = state.session.people.get(id)
  if (!person) throw new Error('not known')
  return person
}
