/** A bench: the file of this name runs it, with these arguments. */
export type Bench = {
  name: string
  /** Arguments for the whole figure, and for a quick look; null where a quick look leaves it out. */
  whole: readonly string[]
  quick: readonly string[] | null
  /** How many minutes it may take in all. */
  minutes: number
  title: string
  /** What was measured, as it stands over the table, and what follows from it, under the table. */
  about: string
  conclusion?: string
  /** Which figures are shown; all of the rows' where it is left out. */
  columns?: readonly string[]
}

const TIMES = ['p50', 'p95'] as const
const STORM_COLUMNS = ['value', 'p50', 'p99', 'max', 'longest', 'load'] as const

/** All of them, in the order in which they run and are told of. */
export const BENCHES: readonly Bench[] = [
  {
    name: 'pace',
    whole: ['2000'],
    quick: ['1000'],
    minutes: 1,
    title: 'How fast the machine is',
    about:
      'A join at a bare `ws` server. By it the figures below are measured when they are compared with those of another day.',
  },
  {
    name: 'storm',
    whole: ['--people', '10000', '--json'],
    quick: ['--people', '1000', '--only', 'room,hall,command', '--json'],
    minutes: 8,
    title: 'Ten thousand in one session',
    about:
      'People without a browser, from one process that does as little as it can, on the same two cores as the server. Beside it, in the ' +
      'same run and with the same load, a bare `ws` server that welcomes, answers and passes on, and decides, checks and keeps nothing. ' +
      'Memory is resident, over the idle process. Processor time is of the server; *load* is that of the other side, in the same unit.',
    columns: STORM_COLUMNS,
  },
  {
    name: 'abuse',
    whole: [],
    quick: ['--people', '200', '--only', 'helloFlood,stageToggle'],
    minutes: 8,
    title: 'Beside somebody who does what nobody should',
    about:
      'A hand’s way to a moderator in a room of 1,000, while a process of lower priority attacks; before each attack the same room at ' +
      'rest. The floor is twice as long as at rest, the goal a fifth longer.',
    columns: ['p50', 'p99', 'p99 at rest', 'cores', 'cores at rest', 'stall', 'lost'],
  },
  {
    name: 'sign-in',
    whole: [],
    quick: null,
    minutes: 3,
    title: 'While others sign in',
    about:
      'A hand’s way to a moderator in a room of 1,000, at rest and while 20 people a second sign in with their passwords, each from an ' +
      'address of their own. Passwords are hashed in threads, of which a core is left to the rooms.',
    columns: ['p50', 'p95', 'p99', 'max'],
  },
  {
    name: 'handover',
    whole: ['15'],
    quick: null,
    minutes: 8,
    title: 'The hand-off from backstage',
    about:
      'Until a viewer hears, and sees a decoded frame. Of *Bring on now* from the press at the moderator; of the other two ways from ' +
      'the call in the publisher’s client, with nothing between the pages and the same LiveKit. Nobody outside receives before: the ' +
      'server sees to it in the first and third, and in the second the publisher’s client, if it is honest.',
    conclusion:
      'The first is what Rostrum does. Its figures hold the way of the press through browser and server, which those of the others do ' +
      'not, and it is still as fast as the second room, whose frames come late because an encoder begins anew.',
    columns: TIMES,
  },
  {
    name: 'enter',
    whole: ['20'],
    quick: ['3'],
    minutes: 8,
    title: 'Entering',
    about: 'From the press to the first sound and the first decoded frame.',
    columns: [...TIMES, 'value'],
  },
  {
    name: 'portal',
    whole: ['10000', '200'],
    quick: ['1000', '40'],
    minutes: 4,
    title: 'My sessions',
    about:
      'One person’s ten thousand rooms, of which half had a session, and as many of others; by HTTP from the same machine.',
    columns: TIMES,
  },
  {
    name: 'act',
    whole: ['20'],
    quick: ['3'],
    minutes: 8,
    title: 'A moderator’s acts',
    about: 'From the press until it holds at another browser.',
    columns: TIMES,
  },
  {
    name: 'first-load',
    whole: ['5'],
    quick: null,
    minutes: 4,
    title: 'The first visit over a slow line',
    about: '400 kbit/s both ways, 300 ms there and back, nothing kept in the browser.',
    conclusion: 'With the font named at the head of the page the first takes 5.2 s (2026-11-26).',
    columns: TIMES,
  },
  {
    name: 'reactions',
    whole: ['10'],
    quick: ['3'],
    minutes: 3,
    title: 'Five hundred reactions in a second',
    about: 'Fifty people react as fast as they may, and one page watches.',
  },
  {
    name: 'share',
    whole: ['12'],
    quick: ['3'],
    minutes: 5,
    title: 'A shared screen',
    about: 'A full screen of 1080 lines, at a viewer.',
    columns: TIMES,
  },
  {
    name: 'screen',
    whole: ['10'],
    quick: null,
    minutes: 6,
    title: 'How sharp a shared screen is',
    about:
      'A page of text over which something moves 30 times a second, at two viewers of 1440 × 900, with one pixel and with two for each ' +
      'px, on the same two cores as the sharing browser.',
    conclusion:
      'Screens of more lines are decoded at 1440 lines where the machine has the time, and at 1152 elsewhere.',
  },
  {
    name: 'effects',
    whole: ['5'],
    quick: ['2'],
    minutes: 4,
    title: 'A background',
    about: 'A camera of 640 × 360 with 30 pictures a second, without a graphics card.',
  },
  {
    name: 'roster',
    whole: ['10000', '20'],
    quick: ['1000', '5'],
    minutes: 4,
    title: 'The list of participants',
    about:
      'From the press, the jump or the last letter to the frame after the one in which every row in sight has its name.',
    columns: [...TIMES, 'value'],
  },
  {
    name: 'long-chat',
    whole: ['10000', '20'],
    quick: ['1000', '5'],
    minutes: 4,
    title: 'A long chat',
    about: 'From the press, or the scroll, to the frame after the one with the messages.',
    columns: [...TIMES, 'value'],
  },
  {
    name: 'stage',
    whole: ['5'],
    quick: ['1'],
    minutes: 4,
    title: 'A full stage',
    about: 'Tiles without pictures, in a page that watches while people come and go.',
    columns: [...TIMES, 'value', 'max'],
  },
  {
    name: 'chat',
    whole: ['20'],
    quick: null,
    minutes: 5,
    title: 'The chat without a browser',
    about: 'Entering is from opening the socket to the newest messages.',
    columns: [...TIMES, 'value'],
  },
  {
    name: 'rules',
    whole: ['2000'],
    quick: ['200'],
    minutes: 3,
    title: 'The rules',
    about: '`decide` and `evolve`, with a full stage and every tenth hand up.',
  },
  {
    name: 'layout',
    whole: ['200'],
    quick: ['50'],
    minutes: 1,
    title: 'The layout of the stage',
    about: 'Without the browser, which draws it.',
    columns: ['p95', 'max'],
  },
  {
    name: 'strings',
    whole: ['200'],
    quick: ['20'],
    minutes: 3,
    title: 'Texts that were made to take long',
    about: 'Each as long as it may be: what is longer is not looked at.',
    columns: ['p95', 'max'],
  },
  {
    name: 'open-room',
    whole: [],
    quick: ['100000'],
    minutes: 6,
    title: 'A long session is opened',
    about:
      'From its last snapshot and as long a tail as there can be, by the store in its threads; then two thousand events are appended one ' +
      'by one to another session, while what was written ahead goes into the file.',
    columns: [...TIMES, 'max', 'value'],
  },
  {
    name: 'mail',
    whole: ['1000'],
    quick: ['200'],
    minutes: 3,
    title: 'A thousand invitations',
    about:
      'Each with its own words and a calendar file: written into the queue in one call, then handed over SMTP to a mail server on the same ' +
      'two cores, which takes every one of them.',
  },
  {
    name: 'content',
    whole: ['1000', '60', '120'],
    quick: ['200', '20', '15'],
    minutes: 8,
    title: 'Content on the stage',
    about:
      'Two Chromiums and a crowd of sockets in one session, on the cores of the server: pages of a PDF turned by one and painted by the other, ' +
      'a film that both play while one of them is throttled, strokes of twenty people on a whiteboard, and what is lost of sound and pictures ' +
      'while another PDF is made ready.',
  },
  {
    name: 'convert',
    whole: ['100'],
    quick: ['20'],
    minutes: 4,
    title: 'A document for the stage',
    about:
      'A PDF of text and photographs, drawn page by page in three widths in a process of lower priority, with the text beside it.',
  },
  {
    name: 'media',
    whole: ['--stage', 'six', '--viewers', '25,50,100,200'],
    quick: null,
    minutes: 5,
    title: 'How many viewers the media hold',
    about:
      'Six people on stage with sound and pictures, of which a viewer has one large and five small; viewers receive over WebRTC and decode ' +
      'nothing, on the same cores as LiveKit. The estimate takes LiveKit to have 70 % of the cores and a network that carries it.',
    columns: ['value', 'p99', 'viewers', 'others'],
  },
  {
    name: 'weight',
    whole: [],
    quick: [],
    minutes: 2,
    title: 'What a page weighs',
    about: 'Script as it comes over the line, compressed with Brotli.',
  },
  {
    name: 'soak',
    whole: ['30'],
    quick: null,
    minutes: 35,
    title: 'Half an hour of coming and going',
    about:
      'Four strangers at a time join, raise a hand, come on stage and leave; one browser comes on stage with its camera and off again, ' +
      'and one watches. Twice a minute the watching page’s rubbish is taken out, and a heap snapshot counts what is left: the least of ' +
      'each third of the time.',
  },
]
