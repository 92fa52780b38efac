import { emptyRoster } from '../audience/roster.ts'
import { recordLeft } from '../attendance/attendance.ts'
import { changesNothing, PLAIN, type EventRows } from '../event-row.ts'
import { nameOf } from '../moderation/names.ts'
import { removePerson } from './changes.ts'

const SETTING = { ...PLAIN, deliver: 'everyone', counts: false, grants: 'nobody', timers: 'none', audit: true } as const

/** The session begins, ends, and has its settings changed. */
export const sessionEvents: EventRows<
  'sessionStarted' | 'sessionEnded' | 'modeSet' | 'accessSet' | 'stageSizeSet' | 'endWarned' | 'timeOver'
> = {
  sessionStarted: {
    ...SETTING,
    counts: true,
    audit: false,
    evolve(session, event) {
      session.id = event.session
      session.room = event.room
      session.name = event.name
      session.mode = event.mode
      session.access = event.access
      session.stageSize = event.stageSize
      session.startedAt = event.at
      session.patience = event.patience
      session.sizes = { ...event.sizes }
      session.reactions = event.reactions
      session.handsOn = event.handsOn
      session.chat.private = event.privateChat
      session.chat.paused = event.chatPaused
      session.locked = event.locked
      for (const removal of event.removed) session.removed.set(removal.person, removal)
      for (const { person, ...kept } of event.kept) session.retained.set(person, kept)
    },
  },
  sessionEnded: {
    ...SETTING,
    counts: true,
    grants: 'allOut',
    attendance(session, { at }) {
      for (const person of session.people.keys()) recordLeft(session, person, at)
    },
    evolve(session, { at, by, peak }) {
      session.endedAt = at
      session.endedBy = by
      session.endedByName = by === null ? '' : nameOf(session, by)
      session.peak = Math.max(session.peak, peak)
      // All at once: removing ten thousand people one by one takes long.
      session.roster = emptyRoster()
      for (const id of session.people.keys()) removePerson(session, id)
      session.waiting.clear()
      session.endsAt = null
    },
  },
  modeSet: {
    ...SETTING,
    welcomes: 'door',
    evolve(session, { mode, access, stageSize }) {
      session.mode = mode
      session.access = access
      session.stageSize = stageSize
    },
  },
  accessSet: {
    ...SETTING,
    welcomes: 'door',
    evolve(session, { access }) {
      session.access = access
    },
  },
  stageSizeSet: {
    ...SETTING,
    evolve(session, { size }) {
      session.stageSize = size
      session.sizes[session.mode] = size
    },
  },
  endWarned: {
    ...SETTING,
    audit: false,
    evolve(session, { endsAt }) {
      session.endsAt = endsAt
    },
  },
  timeOver: {
    ...SETTING,
    deliver: 'moderators',
    audit: false,
    evolve: changesNothing,
  },
}
