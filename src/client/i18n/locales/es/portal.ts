import type { PortalText } from '../en/portal.ts'
import { formatsOf } from '../../formats.ts'

const { number, count } = formatsOf('es')

/** The start page, and a room’s page before it is entered. */
export const portal: PortalText = {
  lead: 'Una sala con escenario y público. Abra una ahora, pase un enlace y decida quién tiene la palabra.',
  roomName: 'Nombre de la sala',
  createRoom: 'Crear sala',
  whoCreates: 'Quien crea una sala es su anfitrión. No hace falta una cuenta.',
  joinNow: 'Entrar ahora',
  invitePeople: 'Invitar a otras personas',
  inviteHelp: 'Quien tenga un enlace puede entrar con su función.',
  handOn: 'Pase este enlace: quien lo abra entra como público.',
  links: {
    viewer: { name: 'Enlace para el público', means: 've y oye, levanta la mano' },
    speaker: { name: 'Enlace para ponentes', means: 'puede subir siempre al escenario' },
    moderator: { name: 'Enlace para la moderación', means: 'dirige la sala con usted' },
  },
  copy: 'Copiar',
  copied: 'Copiado',
  copyBy: {
    ctrl: 'Pulse Ctrl+C para copiarlo.',
    cmd: 'Pulse ⌘C para copiarlo.',
    touch: 'Mantenga el dedo encima y elija «Copiar».',
  },
  changeNameHelp: 'Todos ven el nombre nuevo enseguida. Lo que escribió antes conserva el anterior.',
  notYouSure: (name) => `¿No es usted ${name}?`,
  notYouHelp:
    'Este navegador olvida entonces quién estuvo aquí antes, en todas las salas, y usted entra con su propio nombre.',
  notYouHost: 'Las salas creadas en este navegador ya no podrán dirigirse desde él.',
  goOnAsOther: 'Continuar como otra persona',
  revoke: (link) => `Retirar: ${link}`,
  revokeSure: (link) => `¿Retirar: ${link}?`,
  revokeHelp:
    'La dirección que ha repartido ya no deja entrar a nadie, y otra nueva ocupa su lugar. Quien entró con ella se queda, con su rol.',
  revokeNow: 'Retirar y crear de nuevo',
  watching: (n) => count(n, { one: '# persona mirando', other: '# personas mirando' }),
  stageAndHands: (stage, size, hands) =>
    `${number(stage)} de ${number(size)} en el escenario, ${count(hands, { one: '# mano levantada', other: '# manos levantadas' })}`,
  notLive: 'Todavía no está en directo. Empieza cuando entra la primera persona.',
  needLink: (host) => `Para entrar necesita un enlace de invitación. Pídalo a ${host}, que dirige esta sala.`,
}
