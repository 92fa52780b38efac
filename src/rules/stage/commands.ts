import { byPerson, toPerson, type CommandRows, type Rate } from '../command-row.ts'
import { setMainCamera } from './main-camera.ts'
import { bringOn, goOnStage, leaveStage, removeFromStage, turn, turnOff } from './stage.ts'

// Turning something off is always allowed to its person, so it has the generous limit.
const switchRate = ({ on }: { on: boolean }): Rate => (on ? 'act' : 'selfReducing')

/** The commands of the stage, and of microphones and cameras on it. */
export const stageCommands: CommandRows<
  | 'goOnStage'
  | 'leaveStage'
  | 'turnMicrophone'
  | 'turnCamera'
  | 'bringOn'
  | 'removeFromStage'
  | 'mute'
  | 'turnOffCamera'
  | 'setMainCamera'
> = {
  goOnStage: byPerson(null, ({ session, me, command, at }) => goOnStage(session, me, command, at)),
  leaveStage: byPerson(null, ({ me, at }) => leaveStage(me, at), 'selfReducing'),
  turnMicrophone: byPerson(
    null,
    ({ session, me, command, at }) => turn(session, me, 'microphone', command.on, at),
    switchRate,
  ),
  turnCamera: byPerson(null, ({ session, me, command, at }) => turn(session, me, 'camera', command.on, at), switchRate),
  bringOn: toPerson('bringOn', ({ session, me, target, at }) => bringOn(session, me, target, at)),
  removeFromStage: toPerson('removeFromStage', ({ me, target, at }) => removeFromStage(me, target, at)),
  mute: toPerson('mute', ({ me, target, at }) => turnOff(me, target, 'microphone', at)),
  turnOffCamera: toPerson('turnOffCamera', ({ me, target, at }) => turnOff(me, target, 'camera', at)),
  setMainCamera: toPerson('setMainCamera', ({ session, me, target, command, at }) =>
    setMainCamera(session, me, target, command.on, at),
  ),
}
