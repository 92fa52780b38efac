import type { DevicesText } from '../en/devices.ts'
import type { LinkVerdict } from '../../../call/media/link.ts'

const by = (who: string) => who || 'La moderación'

/** The verdict on the connection, and what follows from it. */
function link(verdict: LinkVerdict): [string, string] {
  if (verdict.is === 'checking') return ['Comprobando la conexión…', '']
  if (verdict.is === 'sound-only')
    return ['Conexión débil.', 'Participe con la cámara apagada: el sonido solo llega a todos.']
  if (verdict.is === 'good')
    return [
      'Conexión buena.',
      verdict.over === 'udp'
        ? 'La imagen y el sonido llegan a todos.'
        : 'Su red bloquea UDP, así que la imagen y el sonido van por TCP y pueden llegar con algo de retraso.',
    ]
  return ['Sin conexión.', NONE[verdict.why]]
}

const NONE: Record<Extract<LinkVerdict, { is: 'none' }>['why'], string> = {
  signalling: 'El servidor de sonido e imagen no responde. Se intenta de nuevo automáticamente.',
  udp: 'UDP no llega al servidor, y este no ofrece TCP. Pruebe otra red, o avise a quien dirige la sala.',
  tcp: 'TCP no llega al servidor, y este no ofrece UDP. Pruebe otra red, o avise a quien dirige la sala.',
  both: 'Ni UDP ni TCP llegan al servidor. Pruebe otra red, sin VPN, o avise a quien dirige la sala.',
}

/** What comes with *Set devices*. */
export const devices: DevicesText = {
  link,
  notKept: 'Este navegador no guarda nada de esta página: lo que elija se olvida al cerrarla.',

  microphone: 'Micrófono',
  speaker: 'Altavoz',
  noDevice: 'Ninguno',
  systemDefault: 'Predeterminado del sistema',
  noise: 'Reducción de ruido',
  appearance: 'Apariencia',
  appearanceKind: { system: 'Como el sistema', light: 'Clara', dark: 'Oscura' },
  noiseKind: { off: 'Desactivada', standard: 'Estándar', strong: 'Fuerte' },
  testSpeaker: 'Probar el altavoz',
  playing: 'Sonando',
  device: (n) => `Dispositivo ${n}`,
  level: 'Nivel del micrófono',
  opening: 'El navegador pide permiso para su cámara y su micrófono.',
  cameraIsOff: 'Su cámara está apagada',
  beforePreview:
    '«Subir al escenario» abre primero la cámara y el micrófono, solo para usted. Nadie le ve ni le oye antes de que lo pulse otra vez.',
  previewHelp: 'Nadie le ve ni le oye antes de que pulse «Subir al escenario».',
  getReady: 'Prepárese para subir al escenario',
  devicesLater: 'La cámara y el micrófono se configuran al subir al escenario. Ahora no hay nada abierto.',
  invited: 'Tiene una invitación al escenario',
  invitedHeld: (who) =>
    `${by(who)} quiere que esté entre bastidores. La moderación le ve y le oye allí, y le hace salir cuando sea su turno.`,
  invitedBy: (who) => `${by(who)} le pide que hable. Sigue oyendo la sala mientras se prepara.`,
  joinStageInvited: 'Subir al escenario',
  declineInvitation: 'Rechazar la invitación',
}
