import type { FeedbackText } from '../en/feedback.ts'
import { formatsOf } from '../../formats.ts'

const { number, count, day } = formatsOf('de')

/** What people think of the room. */
export const feedback: FeedbackText = {
  help: (host) => `${host || 'Der Host'} und die Moderation dieses Raums lesen es, mit Ihrem Namen. Sonst niemand.`,
  mark: 'Wie war es?',
  worst: 'Schlecht',
  best: 'Sehr gut',
  words: 'In wenigen Worten',
  send: 'Feedback senden',
  chooseMark: 'Wählen Sie eine Note von 1 bis 5.',
  away: 'Nicht gesendet: Die Verbindung ist weg. Was Sie geschrieben haben, bleibt; senden Sie es gleich noch einmal.',
  thanks: 'Danke.',
  thanksHelp: 'Wer den Raum leitet, kann es jetzt lesen.',

  outOf: (mark, most) => `${number(mark)} von ${number(most)}`,
  average: (mean, n) =>
    count(n, {
      one: `# Antwort, ${number(Math.round(mean * 10) / 10)}`,
      other: `# Antworten, im Mittel ${number(Math.round(mean * 10) / 10)}`,
    }),
  none: 'Noch hat niemand Feedback gegeben.',
  noneHelp: 'Man gibt es in den Einstellungen.',
  day,
}
