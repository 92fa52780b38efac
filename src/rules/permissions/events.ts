import { PLAIN, type EventRows } from '../event-row.ts'
import { changePerson, putPerson, changeWaiter, updatePrivate } from '../session/changes.ts'

const GIVES = {
  ...PLAIN,
  deliver: 'concerned',
  counts: false,
  grants: 'own',
  timers: 'none',
  audit: true,
  introduces: true,
  welcomes: 'own',
} as const

/** Roles and permissions are given. */
export const permissionEvents: EventRows<'roleSet' | 'chatModeratorSet' | 'permissionsSet'> = {
  roleSet: {
    ...GIVES,
    counts: true,
    attends: true,
    evolve(session, event) {
      changeWaiter(session, event.person, { role: event.role })
      const person = session.people.get(event.person)
      if (person) putPerson(session, { ...person, role: event.role })
    },
  },
  chatModeratorSet: {
    ...GIVES,
    grants: 'nobody',
    evolve(session, { person, on, named }) {
      const before = session.people.get(person)?.chatModerator ?? false
      const isByName = session.privateState.get(person)?.chatModeratorHere !== undefined
      if (named !== undefined) updatePrivate(session, person, { chatModeratorHere: named ? before : undefined })
      else if (isByName) updatePrivate(session, person, { chatModeratorHere: on })
      changePerson(session, person, { chatModerator: on })
    },
  },
  permissionsSet: { ...GIVES, evolve: (session, { person, custom }) => changePerson(session, person, { custom }) },
}
