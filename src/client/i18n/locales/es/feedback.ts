import type { FeedbackText } from '../en/feedback.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, day } = formatsOf('es')

/** What people think of the room. */
export const feedback: FeedbackText = {
  help: (host) => `Lo leen ${host || 'quien dirige la sala'} y la moderación de esta sala, con su nombre. Nadie más.`,
  mark: '¿Qué le ha parecido?',
  worst: 'Mal',
  best: 'Muy bien',
  words: 'En pocas palabras',
  send: 'Enviar opinión',
  chooseMark: 'Elija una nota del 1 al 5.',
  away: 'No enviado: no hay conexión. Lo que ha escrito se conserva; envíelo de nuevo dentro de un momento.',
  thanks: 'Gracias.',
  thanksHelp: 'Quien dirige la sala ya puede leerlo.',

  outOf: (mark, most) => `${number(mark)} de ${number(most)}`,
  average: (mean, n) =>
    count(n, {
      one: `# respuesta, ${number(Math.round(mean * 10) / 10)}`,
      other: `# respuestas, ${number(Math.round(mean * 10) / 10)} de media`,
    }),
  none: 'Todavía nadie ha dado su opinión.',
  noneHelp: 'Se da en los ajustes.',
  day,
}
