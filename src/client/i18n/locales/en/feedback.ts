import { formatsOf } from '../../formats.ts'

const { number, count, day } = formatsOf('en')

/** What people think of the room. */
export const feedback = {
  help: (host: string) =>
    `${host || 'The host'} and the moderators of this room read it, with your name. Nobody else does.`,
  mark: 'How was it?',
  worst: 'Poor',
  best: 'Very good',
  words: 'In a few words',
  send: 'Send feedback',
  chooseMark: 'Choose a mark from 1 to 5.',
  away: 'Not sent: the connection is away. What you wrote is kept; send it again in a moment.',
  thanks: 'Thank you.',
  thanksHelp: 'Those who run the room can read it now.',

  outOf: (mark: number, most: number) => `${number(mark)} of ${number(most)}`,
  average: (mean: number, n: number) =>
    count(n, { one: `# answer, ${mean.toFixed(1)}`, other: `# answers, ${mean.toFixed(1)} on average` }),
  none: 'Nobody has given feedback yet.',
  noneHelp: 'People give it in the settings.',
  day,
}

export type FeedbackText = typeof feedback
