import type { NoticesText } from '../en/notices.ts'
import type { GivenRole, Reaction, Source } from '../../../../protocol/types.ts'
import type { NoticeWords } from '../en/notices.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, clock, nth, minutes } = formatsOf('es')
const by = (who: string) => who || 'La moderación'

/** One by name, two by name, or one and how many others. */
function names(all: readonly string[]): string {
  const [first = '', second = ''] = all
  if (all.length < 3) return all.length === 2 ? `${first} y ${second}` : first
  return `${first} y ${number(all.length - 1)} más`
}

const role: Record<GivenRole, NoticeWords> = {
  cohost: ['le ha nombrado coanfitrión.', 'Usted también dirige la sala.'],
  moderator: ['le ha dado la moderación.', 'Usted también dirige la sala.'],
  speaker: ['le ha nombrado ponente.', 'Puede subir siempre al escenario.'],
  participant: ['le ha devuelto la función de participante.', ''],
}
const reacted: Record<Reaction, string> = {
  clap: 'Ha aplaudido',
  heart: 'Ha enviado un corazón',
  think: 'Ha mostrado que lo piensa',
  wow: 'Ha mostrado asombro',
  smile: 'Ha sonreído',
}
const device: Record<Source, [own: string, off: string, on: string]> = {
  microphone: ['su micrófono', 'Sigue apagado hasta que se desbloquee.', 'Puede encenderlo.'],
  camera: ['su cámara', 'Sigue apagada hasta que se desbloquee.', 'Puede encenderla.'],
}

/** What is told and asked, and what is read out. */
export const notices: NoticesText = {
  muted: (who) => [`${by(who)} le ha silenciado.`, 'Puede volver a encender su micrófono.'],
  cameraOff: (who) => [`${by(who)} ha apagado su cámara.`, 'Puede volver a encenderla.'],
  removedFromStage: (who) => [`${by(who)} le ha bajado del escenario.`, 'Ahora está en el público.'],
  handLowered: (who) => [`${by(who)} ha bajado su mano.`, ''],
  requestDeclined: (who) => [`${by(who)} ha rechazado su solicitud.`, 'Puede volver a pedirlo en medio minuto.'],
  invitationRevoked: (who) => [`${by(who)} ha retirado la invitación al escenario.`, ''],
  away: ['Se está reconectando, así que esto no se hizo.', 'Pulse otra vez cuando haya vuelto.'],
  wasAway: (ms, lost) => [
    minutes(ms, {
      one: 'Ha estado fuera # minuto y vuelve a estar entre el público.',
      other: 'Ha estado fuera # minutos y vuelve a estar entre el público.',
    }),
    lost.hand && lost.stage
      ? 'Su mano se ha bajado y ya no está en el escenario.'
      : lost.hand
        ? 'Su mano se ha bajado.'
        : lost.stage
          ? 'Ya no está en el escenario.'
          : '',
  ],
  foul: ['Ya no está en el escenario, porque su navegador envió algo que la sala no permite.', ''],
  broughtOn: (who) => [`${by(who)} le ha hecho salir al escenario.`, 'Todos ven y oyen lo que está encendido.'],
  mutedVoice: ['Su micrófono está apagado.', 'Nadie le oye. Mantenga pulsada la barra espaciadora para hablar.'],
  madeRoom: [
    'El escenario estaba lleno y usted era quien más tiempo llevaba en silencio: ahora está en el público.',
    'Puede volver.',
  ],
  handMoved: (who) => [`${by(who)} ha movido su mano a otro lugar.`, ''],
  handsCleared: (who) => [`${by(who)} ha bajado todas las manos.`, ''],
  askedToUnmute: (who) => [
    `${by(who)} le pide que encienda el micrófono.`,
    'Sigue apagado hasta que usted lo encienda.',
  ],
  invited: (who) => [`${by(who)} le ha invitado al escenario.`, ''],
  permissionsSet: (who) => [`${by(who)} ha cambiado lo que puede hacer aquí.`, ''],
  roleSet: (who, to) => [`${by(who)} ${role[to][0]}`, role[to][1]],
  chatModerator: (who, isOne) =>
    isOne
      ? [`${by(who)} le ha dado la moderación del chat.`, 'Usted modera el chat.']
      : [`${by(who)} le ha retirado la moderación del chat.`, ''],
  locked: (who, source) => [`${by(who)} ha bloqueado ${device[source][0]}.`, device[source][1]],
  unlocked: (who, source) => [`${by(who)} ha desbloqueado ${device[source][0]}.`, device[source][2]],
  shareTaken: (who) => `${by(who)} comparte ahora la pantalla, en su lugar.`,
  shareStopped: (who) => `${by(who)} ha detenido su pantalla compartida.`,
  shareFailed: [
    'No se ha podido compartir la pantalla.',
    'Permita que este navegador la grabe en los ajustes del sistema e inténtelo de nuevo.',
  ],
  asksToJoin: (who) => `${names(who)} ${who.length > 1 ? 'piden' : 'pide'} subir al escenario`,
  raisedHand: (who) => `${names(who)} ${who.length > 1 ? 'han' : 'ha'} levantado la mano`,
  invitationDeclined: (who) => `${names(who)} ${who.length > 1 ? 'han' : 'ha'} rechazado la invitación.`,
  waits: (who) => (who.length > 1 ? `${names(who)} esperan` : `${names(who)} espera para entrar`),
  roomIsLocked: 'La sala está cerrada.',
  quoted: (words) => `«${words}»`,
  asking: (n) => count(n, { one: '# persona pide subir al escenario', other: '# personas piden subir al escenario' }),
  nobodyAsks: 'Ya nadie lo pide',
  nobodyAsksHelp: 'Las peticiones de subir al escenario aparecen aquí por orden.',
  notNow: 'Ahora no',

  reconnecting: (isHeard, isRestart) => [
    isRestart
      ? 'Reconectando… el servidor se reinicia'
      : isHeard
        ? 'Reconectando… puede que ahora no le oigan'
        : 'Reconectando… su micrófono sigue apagado',
    'Lo que ha escrito se conserva.',
  ],
  back: ['Ya está de vuelta', ''],
  mediaAway: ['El sonido y la imagen faltan por un momento.', 'Vuelven por sí solos.'],
  endsSoon: (at) => ['No hay nadie que dirija la sala.', `La sesión termina a las ${clock(at)}, si no viene nadie.`],
  soundBlocked: ['Su navegador retiene el sonido', 'Pulse una vez y oirá el escenario.'],
  picturesBlocked: ['Su navegador retiene las imágenes', 'Pulse una vez y verá el escenario.'],

  notices: 'Avisos',
  bellIsEmpty: 'Todavía nada. Lo que se le diga o se le pida queda aquí.',
  unread: 'Sin leer',

  cameOn: (who) => `${names(who)} ${who.length > 1 ? 'están' : 'está'} en el escenario`,
  leftStage: (who) => `${names(who)} ${who.length > 1 ? 'han' : 'ha'} bajado del escenario`,
  sharesNoMore: (who) => `${who} ya no comparte la pantalla`,
  way: {
    join: 'Ahora puede subir al escenario.',
    ask: 'Ahora puede pedir subir al escenario.',
    none: 'Ahora se sube al escenario por invitación.',
  },
  roomIsOpen: 'La sala vuelve a estar abierta.',
  chatIsPaused: 'El chat está en pausa.',
  chatIsOpen: 'El chat vuelve a estar abierto.',
  wroteToYou: (name) => `Mensaje privado de ${name}.`,
  youAreBlocked: 'Se le ha bloqueado en el chat. Puede leerlo.',
  youMayWrite: 'Puede volver a escribir en el chat.',
  youAreMain: 'Usted es la cámara principal para todos.',
  youAreNotMain: 'Ya no es la cámara principal.',
  turn: (place) => (place === 1 ? 'El próximo turno es suyo' : `Su turno es el ${nth(place, { other: '#.º' })}`),
  reacted: (reaction) => reacted[reaction],

  leaveSure: '¿Salir de la sesión?',
  leaveUp: {
    stage: 'Está en el escenario, y también lo deja.',
    backstage: 'Está entre bastidores, y también deja ese lugar.',
  },
  leaveUnsent: 'Lo que escribió no se ha enviado.',
  stay: 'Quedarse',
  turnItOn: 'Encender',
  startSound: 'Activar el sonido',
  startPictures: 'Activar las imágenes',
  shares: (who) => `${who} comparte la pantalla`,
  reasonTitle: '¿Qué quiere decir?',
  reason: 'Motivo',
  reasonHelp: 'Quien dirige la sala lo lee junto a su nombre. 120 caracteres como máximo.',
  save: 'Guardar',
  waitingGroup: 'En espera',
  admit: 'Admitir',
  admitAll: 'Admitir a todos',
  seeAll: 'Ver todos',
}
