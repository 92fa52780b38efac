import { recordAttendance, recordOffStage } from '../attendance/attendance.ts'
import { changesNothing, PLAIN, type EventRows } from '../event-row.ts'
import { updatePrivate, changePerson } from '../session/changes.ts'
import { retainedOf } from '../session/session.ts'

const MOVES = { ...PLAIN, deliver: 'openly', counts: false, grants: 'own', timers: 'none', audit: true } as const
const COMES_UP = { ...MOVES, counts: true, introduces: true } as const

/** People come on stage and backstage, turn their microphones and cameras on and off, and become the main camera. */
export const stageEvents: EventRows<
  | 'cameOnStage'
  | 'cameBackstage'
  | 'leftStage'
  | 'microphoneTurned'
  | 'cameraTurned'
  | 'spoke'
  | 'mainCameraSet'
  | 'askedToUnmute'
> = {
  cameOnStage: {
    ...COMES_UP,
    deliver: 'concerned',
    attendance: (session, { person, at }) => recordAttendance(session, person, { onStageSince: at }),
    evolve(session, { person, microphone, camera, at }) {
      if (!session.people.has(person)) return
      session.backstage.delete(person)
      session.stage.add(person)
      changePerson(session, person, { place: 'stage', microphone, camera, onStageSince: at })
      updatePrivate(session, person, { shown: true })
    },
  },
  cameBackstage: {
    ...COMES_UP,
    deliver: 'moderators',
    audit: false,
    evolve(session, { person, microphone, camera }) {
      if (!session.people.has(person)) return
      session.backstage.add(person)
      changePerson(session, person, { place: 'backstage', microphone, camera })
      updatePrivate(session, person, { shown: true })
    },
  },
  leftStage: {
    ...MOVES,
    counts: true,
    attendance: (session, { person, at }) => recordOffStage(session, person, at),
    evolve(session, event) {
      if (session.mainCamera === event.person) session.mainCamera = null
      session.stage.delete(event.person)
      session.backstage.delete(event.person)
      const person = session.people.get(event.person)
      const { microphoneLock = 'none', cameraLock = 'none' } = (person && retainedOf(person)) ?? {}
      const off = { microphone: false, camera: false, microphoneLock, cameraLock }
      changePerson(session, event.person, { ...off, place: 'viewer', onStageSince: null })
    },
  },
  microphoneTurned: {
    ...MOVES,
    evolve: (session, { person, on }) => changePerson(session, person, { microphone: on }),
  },
  cameraTurned: { ...MOVES, evolve: (session, { person, on }) => changePerson(session, person, { camera: on }) },
  spoke: {
    ...MOVES,
    deliver: 'nobody',
    grants: 'nobody',
    audit: false,
    evolve: (session, { person, at }) => updatePrivate(session, person, { spokeAt: at }),
  },
  mainCameraSet: {
    ...MOVES,
    deliver: 'concerned',
    grants: 'nobody',
    evolve(session, { person, on }) {
      if (on) session.mainCamera = person
      else if (session.mainCamera === person) session.mainCamera = null
    },
  },
  askedToUnmute: { ...MOVES, deliver: 'moderators', grants: 'nobody', evolve: changesNothing },
}
