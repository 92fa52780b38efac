import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import requirements from '../../src/client/i18n/locales/en/requirements.json' with { type: 'json' }

const root = join(import.meta.dirname, '..', '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const lines = requirements.parts.flatMap((part) => part.lines)

/** Where a line comes from: a story or a test by some words of its name, or a file and what it says. */
type Proof = string | { file: string; says: RegExp }

/** The proofs of each line, by its first words. */
const PROOFS: Record<string, Proof | Proof[]> = {
  'A browser of the last two years': [
    { file: 'vite.config.ts', says: /cssTarget: \['chrome123', 'edge123', 'firefox120', 'safari17\.5'\]/ },
    'in Firefox a viewer comes by a link',
    'from Firefox one is seen and heard by two presses',
    'in Firefox all sound goes to the speaker that was chosen',
  ],
  'No camera, no microphone': 'nothing about devices is asked, listed or loaded before the press',
  'At most 280 kB': 'loads at most 140 kB of script before the room can be used, and 280 kB',
  'A browser that is too old': 'a browser too old for a room is told so',
  'A camera or a microphone': 'a camera alone is a way to join',
  'What fails is named': 'everything that keeps a device away is named',
  'A page over HTTPS': 'everything that keeps a device away is named',
  'A page that stands in a frame': 'everything that keeps a device away is named',
  'A computer: the browsers of phones': 'and a phone has none to give',
  'The sound of what is shared': 'a screen is seen and heard, taken over by a question',
  'Standard noise reduction': 'strong noise reduction takes away at least 15 dB',
  'Another speaker': 'sound plays where it was chosen to play',
  'Blur, scenes and pictures': 'before a scene the person stays and the room is gone',
  'Where browser or device cannot': 'a device that takes too long is judged by its first pictures',
  'The first background loads': 'a picture of one’s own is there next time',
  'A phone enters as a viewer': 'a phone enters as a viewer, comes on stage',
  'There is no choice of devices': 'a phone enters as a viewer, comes on stage',
  'A call, a locked screen': 'a call or a locked screen',
  'The page, the room and the signalling': 'a ticket opens the engine through our origin alone',
  'Sound and pictures go to UDP port 7882': {
    file: 'README.md',
    says: /`7882` \| sound and pictures over UDP[\s\S]*`7881` \| sound and pictures over TCP, where UDP is blocked/,
  },
  'Set devices says what to expect': 'the connection is good, gone',
}

/** The names of all tests and stories. */
function tests(): string {
  const files = ['src', 'e2e', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  return files
    .filter((name) => /\.(test|e2e)\.ts$/.test(name) && !name.endsWith('requirements.test.ts'))
    .map(read)
    .join('\n')
}

test('docs/requirements.md says what the page of requirements says', () => {
  const parts = requirements.parts.map(
    (part) => `## ${part.heading}\n\n${part.lines.map((line) => `- ${line}`).join('\n')}\n`,
  )
  expect(read('docs/requirements.md')).toBe([`# ${requirements.title}\n`, ...parts].join('\n'))
})

test('every line of the requirements comes from a test that there is, or from what is built', () => {
  const all = tests()
  const holds = (proof: Proof) => (typeof proof === 'string' ? all.includes(proof) : proof.says.test(read(proof.file)))
  const unproved = lines.filter((line) => {
    const proofs = Object.entries(PROOFS).find(([words]) => line.startsWith(words))?.[1]
    return !proofs || ![proofs].flat().every(holds)
  })
  expect(unproved).toEqual([])
})
