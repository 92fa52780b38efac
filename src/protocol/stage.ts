import * as v from 'valibot'
import { about, bare, command, event, flip } from './shapes.ts'
import { Id } from './types.ts'

/** The commands of the stage, and of microphones and cameras on it. */
export const stageCommands = [
  command('goOnStage', { microphone: v.boolean(), camera: v.boolean() }),
  bare('leaveStage'),
  flip('turnMicrophone'),
  flip('turnCamera'),
  about('bringOn'),
  about('removeFromStage'),
  about('mute'),
  about('turnOffCamera'),
  /** Makes a person on stage everybody's main camera, or ends that. [MAIN-1] */
  command('setMainCamera', { person: Id, on: v.boolean() }),
] as const

/** Why a person left the stage. */
export const OffStage = v.picklist(['self', 'removed', 'made-room', 'foul'])

/** People come on stage and backstage, turn their microphones and cameras on and off, and become the main camera. */
export const stageEvents = [
  event('cameOnStage', {
    person: Id,
    microphone: v.boolean(),
    camera: v.boolean(),
    by: v.optional(v.nullable(Id), null),
  }),
  event('cameBackstage', { person: Id, microphone: v.boolean(), camera: v.boolean() }),
  event('leftStage', { person: Id, why: OffStage, by: v.nullable(Id) }),
  event('microphoneTurned', { person: Id, on: v.boolean(), by: v.nullable(Id) }),
  event('cameraTurned', { person: Id, on: v.boolean(), by: v.nullable(Id) }),
  event('spoke', { person: Id }),
  event('mainCameraSet', { person: Id, on: v.boolean(), by: Id }),
  event('askedToUnmute', { person: Id, by: Id }),
] as const
