/** Where files are kept: in the data folder, or in a bucket of an S3 server. No endpoint: that of Amazon in the region. */
export type FilesConfig =
  | { kind: 'folder' }
  | { kind: 's3'; bucket: string; endpoint: string | null; region: string; key: string; secret: string }

/** What the operator sets about where files are kept. */
export const FILES_VARIABLES = [
  {
    name: 'ROSTRUM_FILES',
    standard: '',
    allowed: 's3://bucket?endpoint=https://s3.example.org&region=eu-central-1, or nothing for the data folder',
    means:
      'a bucket of an S3 server for pictures and the files of rooms, as in `s3://bucket?endpoint=https://s3.example.org&region=eu-central-1`; unless set they are in the data folder',
  },
  { name: 'ROSTRUM_S3_KEY', standard: '', allowed: 'text', means: 'the key of who may read and write there' },
  { name: 'ROSTRUM_S3_SECRET', standard: '', allowed: 'text', means: 'its secret' },
] as const

type Name = (typeof FILES_VARIABLES)[number]['name']

// What servers that have no regions call theirs.
const REGION = 'us-east-1'
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const PARAMETERS: ReadonlySet<string> = new Set(['endpoint', 'region'])

/** Reads where files are kept; throws what `fault` makes of a value that cannot be. */
export function readFiles(
  text: (name: Name) => string,
  fault: (name: Name, value: string, because?: string) => Error,
): FilesConfig {
  const [place, key, secret] = [text('ROSTRUM_FILES'), text('ROSTRUM_S3_KEY'), text('ROSTRUM_S3_SECRET')]
  if (place === '') {
    if (key || secret) throw fault('ROSTRUM_FILES', '', `${key ? 'ROSTRUM_S3_KEY' : 'ROSTRUM_S3_SECRET'} is`)
    return { kind: 'folder' }
  }
  const read = readPlace(place)
  if (!read) throw fault('ROSTRUM_FILES', place)
  if (!key) throw fault('ROSTRUM_S3_KEY', '', 'ROSTRUM_FILES is')
  if (!secret) throw fault('ROSTRUM_S3_SECRET', '', 'ROSTRUM_FILES is')
  return { kind: 's3', ...read, key, secret }
}

function readPlace(place: string): { bucket: string; endpoint: string | null; region: string } | null {
  const url = URL.canParse(place) ? new URL(place) : null
  if (url?.protocol !== 's3:' || !BUCKET.test(url.hostname)) return null
  if (!/^\/?$/.test(url.pathname) || url.username || url.port || url.hash) return null
  const { searchParams } = url
  if ([...searchParams.keys()].some((name) => !PARAMETERS.has(name))) return null
  const region = searchParams.get('region') || REGION
  if (!/^[a-z0-9-]+$/.test(region)) return null
  const endpoint = searchParams.get('endpoint')
  if (endpoint === null) return { bucket: url.hostname, endpoint, region }
  const server = URL.canParse(endpoint) ? new URL(endpoint) : null
  return server && /^https?:$/.test(server.protocol) ? { bucket: url.hostname, endpoint: server.href, region } : null
}
