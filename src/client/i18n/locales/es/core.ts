import type { Refusal } from '../../../../protocol/refusals.ts'
import type { Role, RoomMode, StageAccess } from '../../../../protocol/types.ts'
import type { Text } from '../en/core.ts'
import { formatsOf } from '../../formats.ts'

// stage: escenario · viewer: público · backstage: entre bastidores · hand: mano · room: sala · session: sesión
// host: anfitrión · moderator: moderación · speaker: ponente · participant: participante · panel: panel
// invite link: enlace de invitación · Usted; presente; sin género donde se puede.

const { number, count, clock, minutes, nth: ordinal } = formatsOf('es')

const nth = (n: number) => ordinal(n, { other: '#.º' })

const role: Record<Role, string> = {
  host: 'Anfitrión',
  cohost: 'Coanfitrión',
  moderator: 'Moderación',
  speaker: 'Ponente',
  participant: '',
}
const mode: Record<RoomMode, { name: string; means: string }> = {
  interactive: { name: 'Interactiva', means: 'Todos pueden subir al escenario, 25 a la vez.' },
  webinar: { name: 'Seminario web', means: 'Usted llama a las personas, 10 a la vez.' },
}
const access: Record<StageAccess, { name: string; means: string }> = {
  everyone: { name: 'Todos al escenario', means: 'Quien quiere sube al escenario, sin pedirlo.' },
  request: { name: 'Con solicitud', means: 'El público lo pide, y usted lo sube al escenario o rechaza.' },
  invite: { name: 'Solo con invitación', means: 'Solo sube quien usted invita. Se puede seguir levantando la mano.' },
}

const refusal: Record<Refusal, string> = {
  'not-allowed': 'Su función no permite esto.',
  'not-permitted': 'La moderación no le ha permitido esto.',
  'microphone-locked': 'El micrófono está bloqueado. La moderación puede desbloquearlo.',
  'camera-locked': 'La cámara está bloqueada. La moderación puede desbloquearla.',
  removed: 'Le han expulsado de esta sala.',
  'not-in-room': 'Ya no está en la sesión.',
  'no-such-person': 'Esta persona ya no está en la sesión.',
  'session-ended': 'Esta sesión ha terminado.',
  'not-started': 'Esta sesión aún no ha empezado.',
  'not-on-stage': 'Eso es solo para quien está en el escenario.',
  'not-a-viewer': 'Esta persona ya está en el escenario.',
  'stage-full': 'El escenario está lleno y nadie puede dejar sitio ahora. Su mano está levantada, antes que las demás.',
  'ask-later': 'Su solicitud se acaba de rechazar. Puede volver a pedirlo en medio minuto.',
  'reason-long': 'Un motivo tiene como máximo 120 caracteres.',
  'someone-shares': 'Otra persona está compartiendo la pantalla.',
  'sharer-first': 'Quien comparte la pantalla dirige la sala y tiene que parar primero.',
  'not-from-backstage': 'No se puede compartir la pantalla entre bastidores.',
  held: 'Está entre bastidores. La moderación le hace salir al escenario.',
  'not-backstage': 'Esta persona ya no está entre bastidores.',
  'ask-first': 'Ahora se sube al escenario con solicitud. Pídalo, y la moderación responde.',
  'invite-only': 'Ahora solo suben al escenario las personas invitadas. Puede levantar la mano.',
  'reactions-off': 'Las reacciones están desactivadas en esta sala.',
  'no-need-to-ask': 'No hace falta pedirlo. Puede subir al escenario por su cuenta.',
  'chat-paused': 'El chat está en pausa. Puede leer, y volver a escribir cuando la moderación lo abra.',
  'chat-blocked': 'La moderación le ha bloqueado en el chat. Puede leer, pero no escribir.',
  'private-off': 'Los mensajes privados están desactivados en esta sala.',
  'message-empty': 'Escriba algo primero.',
  'message-long': 'Un mensaje tiene como máximo 2000 caracteres.',
  'no-such-message': 'Este mensaje ya no existe.',
  'write-later': 'Acaba de escribir. Espere un momento y envíelo de nuevo.',
  'feedback-later': 'Acaba de dar su opinión. Puede dar otra dentro de un minuto.',
  'too-fast': 'Ha ido demasiado rápido. Espere un momento e inténtelo de nuevo.',
  'name-empty': 'Escriba un nombre, para que los demás sepan quién es.',
  'name-long': 'Un nombre tiene como máximo 100 caracteres.',
  'link-unknown': 'Este enlace no funciona, o ya no.',
  'link-revoked': 'Este enlace se ha retirado.',
  'room-unknown': 'No hay ninguna sala en esta dirección.',
  'no-entry': 'Para entrar necesita un enlace de invitación.',
  'media-away': 'El sonido y la imagen no están disponibles en este momento.',
  'disk-full': 'El disco del servidor está lleno, así que no se ha cambiado nada.',
  'bad-request': 'El servidor no ha entendido esto. Vuelva a cargar la página.',
  'server-fault': 'El servidor no ha podido hacerlo. Inténtelo de nuevo en un momento.',
}

const span = (ms: number) => minutes(ms, { one: '# minuto', other: '# minutos' })
const by = (who: string) => who || 'La moderación'

/** What everybody may come to see, on every page. */
export const core: Text = {
  rostrum: 'Rostrum',
  role,
  participantMark: 'Participante',
  mode,
  access,
  refusal,
  nth,
  number,
  askWhom: (host) => (host ? `Pregunte a ${host}, que dirige esta sala.` : 'Pregunte a quien le ha enviado aquí.'),
  tryAgain: 'Intentar de nuevo',
  close: 'Cerrar',
  cancel: 'Cancelar',
  you: 'Usted',
  language: 'Idioma',
  languageAway: 'No se ha podido cargar este idioma. Se mantiene el anterior.',

  cookiesBlocked:
    'Su navegador no guarda cookies de esta página, así que la sala no le reconocería. Permita las cookies de esta página en los ajustes del navegador, o ábrala en una ventana propia que no sea privada, e inténtelo de nuevo.',
  yourName: 'Su nombre',
  roomMode: 'Tipo de sala',
  unreachable: 'No se puede conectar con el servidor. Compruebe su conexión e inténtelo de nuevo.',

  live: (elapsed) => `En directo · ${elapsed}`,
  serverAway: 'No se puede conectar con el servidor',
  serverAwayHelp:
    'Se vuelve a intentar cada pocos segundos por sí solo, y no se pierde nada. Mientras tanto, compruebe su conexión.',
  home: 'A la página de inicio',
  continue: 'Continuar',
  welcomeTo: 'Tiene una invitación a',
  entryHelp: 'Las demás personas de la sala ven su nombre.',

  loading: 'Abriendo la sala…',
  coming: 'Cargando…',
  longer: 'Esto tarda más de lo normal. Sigue por sí solo; si no, compruebe su conexión.',
  setDevices: 'Configurar dispositivos',
  youAreHere: ['Aquí es usted ', '.'],
  notYou: '¿No es usted?',
  changeName: 'Cambiar el nombre',
  joinAsViewer: 'Entrar como público',
  joinStage: 'Subir al escenario',
  youAreOff: 'Su cámara y su micrófono están apagados',
  asViewer: 'Como público',
  asViewerMeans:
    'Vea y oiga al instante. No se le pide nada, nadie le ve ni le oye. Puede levantar la mano, reaccionar y chatear.',
  onStageTitle: 'En el escenario',
  onStageMeans:
    'El navegador le pedirá la cámara y el micrófono. Primero solo se ve usted; al pulsar otra vez, le ven todos.',
  doorHelp: 'Nadie le ve ni le oye hasta que pulse otra vez «Subir al escenario».',
  camera: 'Cámara',
  microphoneShort: 'Micrófono',
  whatWorks: 'Qué funciona y dónde',
  flipCamera: 'Cambiar de cámara',

  stage: 'Escenario',
  controls: 'Controles de la sala',
  panel: 'Chat y colaboración',
  tile: (name, mic, camera) => `${name}, micrófono: ${mic}, cámara: ${camera}`,
  mic: { on: 'sí', off: 'no', speaking: 'está hablando' },
  reconnectingTile: 'Reconectando…',
  emptyStage: 'Todavía no hay nadie en el escenario',
  emptyStageHelp: 'Verá y oirá el escenario en cuanto alguien suba. No tiene que hacer nada.',
  emptyStageBy: (name) => `${name} está en la sala y puede empezar en cualquier momento.`,
  emptyStageRunner: 'Suba al escenario, o invite a alguien de la lista.',
  viewers: (n) => count(n, { one: '# persona en el público', other: '# en el público' }),
  askToJoin: 'Pedir subir al escenario',
  cancelRequest: 'Retirar la solicitud',
  raiseHand: 'Levantar la mano',
  lowerHand: 'Bajar la mano',
  settings: 'Ajustes',
  leave: 'Salir',
  leaveStage: 'Bajar del escenario',
  turnMic: (on) => (on ? 'Apagar el micrófono' : 'Encender el micrófono'),
  turnCamera: (on) => (on ? 'Apagar la cámara' : 'Encender la cámara'),
  closePanel: 'Cerrar el panel',
  openPanel: 'Abrir el panel',

  place: {
    backstage: ['Está entre bastidores', 'La moderación le ve y le oye, nadie más'],
    watching: ['Está en el público', 'Nadie le ve ni le oye'],
    onStage: ['Está en el escenario', 'Todos le ven y le oyen'],
    onStageMuted: ['Está en el escenario', 'Todos le ven. Su micrófono está apagado'],
    onStageHeard: ['Está en el escenario', 'Todos le oyen. Su cámara está apagada'],
    onStageQuiet: ['Está en el escenario', 'Su micrófono y su cámara están apagados'],
    hand: ['Su mano está levantada', ''],
    sharing: ['Está compartiendo su pantalla', 'Todos la ven. Nadie le ve ni le oye'],
    sharingHeard: ['Está en el escenario y comparte su pantalla', 'Todos la ven, y le oyen'],
    sharingMuted: ['Está en el escenario y comparte su pantalla', 'Todos la ven. Su micrófono está apagado'],
  },
  youAreNth: (n, wait) => `Su turno es el ${nth(n)}${wait === null ? '' : `, en unos ${span(wait)}`}`,
  giveReason: 'Dar un motivo',
  changeReason: 'Cambiar el motivo',
  handMoved: (who, whose) => `${by(who)} ha movido a ${whose}`,

  searchParticipants: 'Buscar participantes',
  allParticipants: 'Todos los participantes',
  raisedHands: 'Manos levantadas',
  onStage: 'En el escenario',
  viewersGroup: 'Público',
  backstage: 'Entre bastidores',
  tileBackstage: (name, mic) => `${name}, entre bastidores, micrófono: ${mic}`,
  leaveBackstage: 'Salir de bastidores',
  more: (n) => `y ${number(n)} más`,
  seeMore: 'Ver más',
  nobodyFound: 'Aquí no hay nadie con ese nombre.',
  options: (name) => `Opciones para ${name}`,
  bringToStage: 'Subir al escenario',
  dismiss: 'Descartar',
  decline: 'Rechazar',
  chatModerator: 'Moderación del chat',
  customPermissions: 'Permisos propios',
  micLocked: 'Micrófono bloqueado',
  cameraLocked: 'Cámara bloqueada',
  roomLocked: 'Sala cerrada',
  doorLocked: 'Esta sala está cerrada: tiene que esperar a que alguien le deje entrar.',
  clock,
  wantsToJoin: 'Pide subir al escenario',
  isInvited: 'Con invitación al escenario',
  stageAccess: 'Acceso al escenario',
  ofStage: (on, size) => `${number(on)} de ${number(size)}`,

  leaveSession: 'Salir de la sesión',
  endSession: 'Terminar la sesión para todos',
  notDrawn:
    'Esta parte de la página ya no se puede dibujar: algo en el navegador la ha cambiado. Lo que está en marcha sigue, y lo que escribió se conserva.',
  drawAgain: 'Dibujar de nuevo',
  notLoaded: 'No se ha podido cargar esta parte de la página. Lo que funciona sigue.',
  reload: 'Cargar de nuevo',
}
