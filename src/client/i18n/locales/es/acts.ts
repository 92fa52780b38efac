import type { ActsText } from '../en/acts.ts'
import type { Act } from '../../../../protocol/queries.ts'
import type { GivenRole, RoomMode, Source, StageAccess } from '../../../../protocol/types.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('es')

const SOURCE: Record<Source, string> = { microphone: 'el micrófono', camera: 'la cámara' }
const SOURCES: Record<Source, string> = { microphone: 'todos los micrófonos', camera: 'todas las cámaras' }
const ROLE: Record<GivenRole, string> = {
  cohost: 'coanfitrión',
  moderator: 'moderación',
  speaker: 'ponente',
  participant: 'participante',
}
const ACCESS: Record<StageAccess, string> = {
  everyone: 'Todos al escenario',
  request: 'Con solicitud',
  invite: 'Solo con invitación',
}
const MODE: Record<RoomMode, string> = { interactive: 'Interactiva', webinar: 'Seminario web' }

/** One line of what was done to whom. */
function lineOf({ by, about, event }: Act): string {
  switch (event.type) {
    case 'invited':
      return event.hold ? `${by} invitó a ${about} entre bastidores` : `${by} invitó a ${about} al escenario`
    case 'cameOnStage':
      return `${by} hizo salir a ${about} al escenario`
    case 'invitationClosed':
      return `${by} retiró la invitación de ${about}`
    case 'handLowered':
      return event.why === 'declined' ? `${by} rechazó la solicitud de ${about}` : `${by} bajó la mano de ${about}`
    case 'microphoneTurned':
      return `${by} silenció a ${about}`
    case 'cameraTurned':
      return `${by} apagó la cámara de ${about}`
    case 'leftStage':
      return `${by} bajó a ${about} del escenario`
    case 'shareEnded':
      return event.why === 'taken'
        ? `${by} compartió la pantalla en lugar de ${about}`
        : `${by} detuvo la pantalla de ${about}`
    case 'lockSet':
      return `${by} ${event.lock === 'locked' ? 'bloqueó' : 'desbloqueó'} ${SOURCE[event.source]} de ${about}`
    case 'allLockSet':
      return `${by} ${event.on ? 'bloqueó' : 'desbloqueó'} ${SOURCES[event.source]}`
    case 'askedToUnmute':
      return `${by} pidió a ${about} que encendiera el micrófono`
    case 'removed':
      return `${by} expulsó a ${about} de la sala${event.lasting ? ' hasta nuevo aviso' : ''}`
    case 'removalLifted':
      return `${by} dejó volver a ${about}`
    case 'roleSet':
      return `${by} dio a ${about} la función de ${ROLE[event.role]}`
    case 'chatModeratorSet':
      return event.on ? `${by} dio a ${about} la moderación del chat` : `${by} quitó a ${about} la moderación del chat`
    case 'permissionsSet':
      return `${by} editó los permisos de ${about}`
    case 'handMoved':
      return `${by} movió la mano de ${about}`
    case 'handsCleared':
      return `${by} bajó todas las manos`
    case 'modeSet':
      return `${by} cambió el tipo de sala a «${MODE[event.mode]}»`
    case 'stageSizeSet':
      return `${by} cambió el tamaño del escenario a ${number(event.size)}`
    case 'mainCameraSet':
      return event.on ? `${by} puso a ${about} como cámara principal` : `${by} quitó a ${about} como cámara principal`
    case 'reactionsSet':
      return `${by} ${event.on ? 'activó' : 'desactivó'} las reacciones`
    case 'roomLocked':
      return `${by} ${event.on ? 'cerró' : 'abrió'} la sala`
    case 'admitted':
      return `${by} dejó entrar a ${about}`
    case 'entryDeclined':
      return `${by} no dejó entrar a ${about}`
    case 'messageDeleted':
      return `${by} borró un mensaje${about && ` de ${about}`}`
    case 'messagePinned':
      return `${by} fijó un mensaje${about && ` de ${about}`}`
    case 'messageUnpinned':
      return `${by} dejó de fijar el mensaje`
    case 'chatBlocked':
      return `${by} bloqueó a ${about} en el chat`
    case 'chatUnblocked':
      return `${by} dejó volver a ${about} al chat`
    case 'chatCleared':
      return `${by} vació el chat`
    case 'chatPaused':
      return `${by} ${event.on ? 'puso el chat en pausa' : 'volvió a abrir el chat'}`
    case 'slowModeSet':
      return event.seconds === 0
        ? `${by} terminó el modo lento`
        : `${by} puso el modo lento a ${number(event.seconds)} segundos`
    case 'privateChatSet':
      return `${by} ${event.on ? 'activó' : 'desactivó'} los mensajes privados`
    case 'accessSet':
      return `${by} cambió el acceso al escenario a «${ACCESS[event.access]}»`
    default:
      return by
  }
}

/** What only those who run the room see. */
export const acts: ActsText = {
  act: lineOf,
  permission: {
    shareScreen: 'Compartir pantalla',
    presentContent: 'Presentar contenido',
    chat: 'Chat',
    react: 'Reacciones',
    raiseHand: 'Levantar la mano',
    joinStage: 'Subir al escenario',
    seeParticipants: 'Ver a los participantes',
  },
  personAct: {
    invite: 'Invitar al escenario',
    holdBackstage: 'Tener entre bastidores',
    bringOn: 'Hacer salir ahora',
    revokeInvitation: 'Retirar la invitación al escenario',
    askToUnmute: 'Pedir que encienda el micrófono',
    mute: 'Silenciar',
    lockMicrophone: 'Bloquear el micrófono',
    unlockMicrophone: 'Desbloquear el micrófono',
    turnOffCamera: 'Apagar la cámara',
    lockCamera: 'Bloquear la cámara',
    unlockCamera: 'Desbloquear la cámara',
    stopShare: 'Detener la pantalla compartida',
    moveToFront: 'Mover al principio',
    moveUp: 'Subir un puesto',
    moveDown: 'Bajar un puesto',
    lowerHand: 'Bajar la mano',
    setCohost: 'Nombrar coanfitrión',
    setModerator: 'Dar la moderación',
    setSpeaker: 'Nombrar ponente',
    setParticipant: 'Dejar como participante',
    setChatModerator: 'Dar la moderación del chat',
    unsetChatModerator: 'Quitar la moderación del chat',
    editPermissions: 'Editar permisos',
    removeFromStage: 'Bajar del escenario',
    removeFromRoom: 'Expulsar de la sala',
  },
  allOf: {
    microphone: {
      off: 'Silenciar todos los micrófonos',
      lock: 'Silenciar y bloquear todos los micrófonos',
      unlock: 'Desbloquear todos los micrófonos',
    },
    camera: {
      off: 'Apagar todas las cámaras',
      lock: 'Apagar y bloquear todas las cámaras',
      unlock: 'Desbloquear todas las cámaras',
    },
  },

  clearHands: 'Bajar todas las manos',
  optionsAll: 'Opciones para todos los participantes',
  permissionsOf: (name) => `Permisos de ${name}`,
  lockRoom: 'Cerrar la sala',
  unlockRoom: 'Abrir la sala',
  lockSure: '¿Cerrar la sala?',
  lockHelp: 'Quien venga a partir de ahora espera hasta que usted le deje entrar. Quien está dentro se queda.',
  waitingCount: (n) => count(n, { one: '# persona espera', other: '# personas esperan' }),
  nobodyWaits: 'Ya no espera nadie',
  nobodyWaitsHelp: 'Mientras la sala esté cerrada, quienes llegan esperan aquí.',
  removeSure: (name) => `¿Expulsar a ${name} de la sala?`,
  removeHelp: 'Durante esta sesión, o hasta que alguien que dirija la sala le deje volver.',
  removeForSession: 'Expulsar durante esta sesión',
  removeLasting: 'Expulsar hasta nuevo aviso',
  removedPeople: 'Personas expulsadas',
  removedBy: (who, lasting) =>
    `por ${who || 'la moderación'}, ${lasting ? 'hasta nuevo aviso' : 'durante esta sesión'}`,
  letBackIn: 'Dejar volver',
  nobodyRemoved: 'No hay nadie expulsado de esta sala.',
  nobodyRemovedHelp: 'Quien sea expulsado aparece aquí, y se le puede dejar volver.',
  actLog: 'Lo que se ha hecho',
  noActs: 'Todavía nadie ha hecho nada.',
  noActsHelp: 'Aquí queda lo que hacen quienes dirigen la sala.',
  isBackstage: (name) => `${name} está entre bastidores`,
  seenByModerators: 'Solo la moderación le ve y le oye.',
  bringOn: 'Hacer salir ahora',
  listen: (name) => `Escuchar a ${name}`,
  stopListening: (name) => `Dejar de escuchar a ${name}`,
  quality: { good: 'Conexión buena', weak: 'Conexión débil', lost: 'Conexión perdida' },
  feedback: 'Opiniones',
  stageSize: 'Tamaño del escenario',
  stageSizeHelp: (most) => `Cuántas personas caben en el escenario, de 1 a ${most}.`,
  endSure: '¿Terminar la sesión para todos?',
  endHelp: (n) =>
    `${count(n, { one: 'Hay # persona', other: 'Hay # personas' })} en la sesión. Termina para todas a la vez.`,
}
