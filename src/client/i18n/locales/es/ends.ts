import type { Millis } from '../../../../protocol/types.ts'
import type { EndsText } from '../en/ends.ts'
import { formatsOf } from '../../formats.ts'
import { lengthsOf } from '../../lengths.ts'

const { number, clock, day } = formatsOf('es')

const when = (at: Millis, isToday: boolean) => (isToday ? `a las ${clock(at)}` : `el ${day(at)}`)

/** Where one stands outside a room: the waiting room, the end, and every page that leads nowhere. */
export const ends: EndsText = {
  roomIsLocked: 'La sala está cerrada',
  waiting: 'Está en la sala de espera',
  waitingHelp: (name) => `Quien dirige la sala ve que está aquí, ${name}. Entrará automáticamente cuando le admitan.`,
  atDoor: (place) => (place === null ? 'Está en la puerta' : `Su turno es el ${place}`),
  waitingFor: (length) => `Espera desde hace ${length}. Su cámara y su micrófono están apagados.`,
  stopWaiting: 'Dejar de esperar',
  notLetIn: 'No le han dejado entrar',
  askAgain: 'Pedirlo de nuevo',
  askAgainHelp: 'Puede pedirlo de nuevo pasado medio minuto.',
  removedYou: 'Le han expulsado de esta sala',
  removedHelp:
    'Vale para esta sesión, o hasta que alguien que dirige la sala le deje volver; entonces esta página abre la puerta por sí sola.',

  ended: 'Esta sesión ha terminado',
  endedBy: (name, at, isToday) => `${name} terminó la sesión para todos ${when(at, isToday)}. Gracias por participar.`,
  endedByYou: (at, isToday) => `Usted terminó la sesión para todos ${when(at, isToday)}.`,
  endedUnattended: (at, isToday) =>
    `Ya no quedaba nadie que dirigiera la sala. La sesión terminó ${when(at, isToday)}. Gracias por participar.`,
  endedAt: (at, isToday) => `La sesión terminó ${when(at, isToday)}.`,
  wereInside: 'Ha estado en la sala',
  atOnce: 'Personas a la vez',
  wereOnStage: 'Ha estado en el escenario',
  number,
  length: lengthsOf('es'),
  rejoin: 'Volver a la sesión',
  endedRunner: 'La siguiente empieza cuando usted entre.',
  endedOther: (host) => `${host}, que dirige esta sala, o la moderación puede empezar la siguiente.`,
  opensItself: 'Esta página abre la puerta por sí sola cuando empiece.',
  toSession: 'A la página de la sala',
  youLeft: 'Ha salido de la sesión',
  youLeftHelp: 'Continúa sin usted. Puede volver como público.',

  replaced: 'Ha abierto esta sala en otra ventana',
  replacedHelp: 'Está en la sala allí. Aquí no ve ni oye nada.',
  useHere: 'Usarla aquí',
  outdated: 'Rostrum se ha actualizado',
  outdatedHelp: 'Vuelva a cargar la página para continuar. Su lugar se conserva.',
  cannotEnter: 'Aquí no puede entrar',

  nothingHere: 'Aquí no hay nada',
  nothingHereHelp: 'Esta dirección no lleva a ninguna parte. Compruébela, o pregunte a quien se la envió.',
  noRoomHelp: 'No hay ninguna sala en esta dirección. Pregunte a quien se la envió.',
  linkBroken: 'Este enlace no funciona',
  linkRevoked: 'Este enlace se ha retirado',
  linkBrokenHelp: (host) => (host ? `Pida uno nuevo a ${host}.` : 'Pida uno nuevo a quien se lo envió.'),
}
