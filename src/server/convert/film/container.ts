/** In what film or sound is kept, as its first bytes say; `plays` is the type under which browsers play it, if they do. */
export type Container = { name: string; plays: { type: string; ending: string; isSound: boolean } | null }

const film = (type: string, ending: string) => ({ type, ending, isSound: false })
const sound = (type: string, ending: string) => ({ type, ending, isSound: true })

/** What stands where in a file's first bytes, of which all must be so. */
type Sign = readonly [at: number, is: string][]

// In the order in which they are looked for: what comes first is said more closely.
const CONTAINERS: readonly [Sign, Container][] = [
  [[[4, 'ftypM4A ']], { name: 'm4a', plays: sound('audio/mp4', 'm4a') }],
  [[[4, 'ftypqt  ']], { name: 'mov', plays: null }],
  [[[4, 'ftyp']], { name: 'mp4', plays: film('video/mp4', 'mp4') }],
  [[[4, 'moov']], { name: 'mov', plays: null }],
  [[[4, 'mdat']], { name: 'mov', plays: null }],
  [[[4, 'wide']], { name: 'mov', plays: null }],
  [[[0, 'OggS']], { name: 'ogg', plays: sound('audio/ogg', 'ogg') }],
  [
    [
      [0, 'RIFF'],
      [8, 'WAVE'],
    ],
    { name: 'wav', plays: sound('audio/wav', 'wav') },
  ],
  [
    [
      [0, 'RIFF'],
      [8, 'AVI '],
    ],
    { name: 'avi', plays: null },
  ],
  [[[0, 'fLaC']], { name: 'flac', plays: null }],
  [[[0, 'FLV\u0001']], { name: 'flv', plays: null }],
  [[[0, '\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011']], { name: 'asf', plays: null }],
  [
    [
      [0, 'G'],
      [188, 'G'],
      [376, 'G'],
    ],
    { name: 'mpegts', plays: null },
  ],
  [[[0, '\u0000\u0000\u0001\u00ba']], { name: 'mpeg', plays: null }],
  [[[0, 'ID3']], { name: 'mp3', plays: sound('audio/mpeg', 'mp3') }],
  [[[0, '\u00ff\u00fb']], { name: 'mp3', plays: sound('audio/mpeg', 'mp3') }],
  [[[0, '\u00ff\u00f3']], { name: 'mp3', plays: sound('audio/mpeg', 'mp3') }],
  [[[0, '\u00ff\u00f1']], { name: 'aac', plays: null }],
]
const MATROSKA = '\u001a\u0045\u00df\u00a3'

/** The container of a file whose first bytes these are, a letter each; null where it is none that is known. */
export function containerOf(head: string): Container | null {
  if (head.startsWith(MATROSKA))
    return head.slice(0, 64).includes('webm')
      ? { name: 'webm', plays: film('video/webm', 'webm') }
      : { name: 'matroska', plays: null }
  return CONTAINERS.find(([sign]) => sign.every(([at, is]) => head.startsWith(is, at)))?.[1] ?? null
}
