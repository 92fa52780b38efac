import type { ShareText } from '../en/share.ts'

/** What comes with a shared screen, or with the question before it. */
export const share: ShareText = {
  insteadOf: (name) => `An Stelle von ${name} teilen?`,
  insteadHelp: (name) => `${name} teilt den Bildschirm. Das endet, sobald Sie gewählt haben, was Sie teilen.`,
  isSharing: (name) => `${name} teilt den Bildschirm`,
  sharerFirst: 'Wer den Raum leitet, wird nicht unterbrochen. Bitten Sie zuerst darum, aufzuhören.',
  screenOf: (name) => `Bildschirm von ${name}`,
  shares: 'teilt den Bildschirm',
  stopShareOf: (name) => `Das Teilen von ${name} beenden`,
  makeLarge: 'Bildschirm groß zeigen',
  fullScreen: 'Vollbild',
  leaveFullScreen: 'Vollbild verlassen',
  everyoneSees: 'Alle im Raum sehen ihn, und hören seinen Ton, wo Sie das erlaubt haben.',
}
