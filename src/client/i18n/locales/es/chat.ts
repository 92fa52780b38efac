import type { Slowness } from '../../../../protocol/messages.ts'
import type { ChatText } from '../en/chat.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, clock, list } = formatsOf('es')
const by = (who: string) => who || 'La moderación'

/** A time in ms, in the unit in which a person would count it; never shorter than it is. */
function time(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return seconds < 60
    ? count(seconds, { one: '# segundo', other: '# segundos' })
    : count(Math.ceil(seconds / 60), { one: '# minuto', other: '# minutos' })
}

const slowness: Record<Slowness, { name: string; means: string }> = {
  0: { name: 'Desactivado', means: 'Todos escriben cuanto quieren.' },
  5: { name: '5 segundos', means: 'Una sala animada se puede leer.' },
  10: { name: '10 segundos', means: 'Suficiente para leer lo que escriben los demás.' },
  30: { name: '30 segundos', means: 'Para un público grande.' },
  60: { name: '1 minuto', means: 'Se escribe cuando importa.' },
  300: { name: '5 minutos', means: 'Una pregunta por persona.' },
}

/** The chat; it comes with it. */
export const chat: ChatText = {
  messages: 'Mensajes',
  noMessages: 'Todavía no hay mensajes',
  noMessagesHelp: 'Salude, o pregunte algo. Toda la sala puede leerlo.',
  noPrivate: (name) => `Todavía no hay nada escrito. Solo usted y ${name} lo leen.`,
  loading: 'Cargando mensajes…',
  loadingOlder: 'Cargando mensajes anteriores…',

  writeToAll: 'Escribir a todos',
  writeTo: (name) => `Escribir a ${name}`,
  send: 'Enviar',
  emoji: 'Emoji',
  newMessages: (n) => count(n, { one: '# mensaje nuevo', other: '# mensajes nuevos' }),
  toNewest: 'A los mensajes más recientes',
  says: (name, text) => `${name}: ${text}`,
  answers: 'En respuesta a',
  replyTo: (name) => `Respuesta a ${name}`,
  noReply: 'No responder',
  optionsFor: (name) => `Opciones para el mensaje de ${name}`,

  reply: 'Responder',
  like: 'Me gusta',
  unlike: 'Ya no me gusta',
  likes: (n) => count(n, { one: '# me gusta', other: '# me gusta' }),
  likedToo: (n) => count(n, { one: '# me gusta, el suyo', other: '# me gusta, uno es suyo' }),
  pin: 'Fijar',
  unpin: 'Dejar de fijar',
  pinnedBy: (name) => `Mensaje fijado de ${name}`,
  delete: 'Borrar',
  block: 'Bloquear en el chat',
  letBack: 'Dejar volver al chat',
  letBackIn: 'Dejar volver',
  writePrivately: 'Escribir en privado',

  pausedForOthers: 'El chat está en pausa. Solo puede escribir quien lo modera.',
  notPermitted: 'Aquí puede leer el chat, pero no escribir.',
  slow: (seconds) => `Modo lento: un mensaje cada ${time(seconds * 1_000)}`,
  onWay: 'Enviando:',
  away: 'No enviado: no hay conexión. Su texto se conserva; envíelo de nuevo dentro de un momento.',
  writeIn: (ms) => `Puede volver a escribir en ${time(ms)}.`,
  writeNow: 'Ya puede volver a escribir.',

  chatOptions: 'Opciones del chat',
  pauseChat: 'Poner el chat en pausa',
  openChat: 'Volver a abrir el chat',
  slowMode: 'Modo lento',
  slowHelp: 'El tiempo que debe pasar entre dos mensajes de una persona. No afecta a quien modera el chat.',
  slowness,
  clearChat: 'Vaciar el chat',
  clearSure: '¿Vaciar el chat para todos?',
  clearHelp: 'Todos los mensajes para todos desaparecen de la sala. Los mensajes privados se quedan.',
  blockedPeople: 'Personas bloqueadas',
  nobodyBlocked: 'No hay nadie bloqueado en el chat.',
  nobodyBlockedHelp: 'En las opciones de un mensaje se bloquea a quien lo escribió.',
  privateOn: 'Activar los mensajes privados',
  privateOffAct: 'Desactivar los mensajes privados',

  privateMessages: 'Mensajes privados',
  privateWith: (name) => `Privado: solo usted y ${name} pueden leerlo`,
  noThreads: 'Todavía no hay mensajes privados',
  noThreadsHelp: 'Abra las opciones de un mensaje o de una persona y elija «Escribir en privado».',
  unreadFrom: (name) => `${name}, sin leer`,
  back: 'Volver al chat',

  cameOn: (who) => `${list(who)} ${who.length > 1 ? 'han' : 'ha'} subido al escenario`,
  leftStage: (who) => `${list(who)} ${who.length > 1 ? 'han' : 'ha'} bajado del escenario`,
  pausedBy: (who) => `${by(who)} puso el chat en pausa`,
  openedBy: (who) => `${by(who)} volvió a abrir el chat`,
  clearedBy: (who) => `${by(who)} vació el chat`,
  slowBy: (who, seconds) =>
    seconds === 0
      ? `${by(who)} terminó el modo lento`
      : `${by(who)} puso el modo lento: un mensaje cada ${time(seconds * 1_000)}`,
  clock,
  number,
}
