import { expect, test } from 'vitest'
import { ConfigFault, readConfig, VARIABLES } from './config.ts'

const remote = { LIVEKIT_URL: 'wss://media.example', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 's'.repeat(32) }

test('an empty environment is a room on this machine', () => {
  expect(readConfig({})).toEqual({
    host: '0.0.0.0',
    port: 8080,
    url: new URL('http://localhost:8080'),
    dataFolder: './data',
    trustedProxies: [],
    video: 720,
    patience: 900_000,
    maxPeople: null,
    create: 'anyone',
    keepDays: null,
    maxViewers: 0,
    metricsToken: '',
    shown: expect.arrayContaining([{ name: 'ROSTRUM_PORT', value: '8080' }]),
    mail: { kind: 'outbox' },
    files: { kind: 'folder' },
    content: { document: 50_000_000, film: 500_000_000, room: 2_000_000_000 },
    oidc: null,
    log: 'info',
    media: { kind: 'own', binary: null, address: '127.0.0.1', udpPort: 7882, tcpPort: 7881, httpPort: 0 },
  })
})

test('proxies are believed by address or by range', () => {
  const ranges = '10.0.0.0/8, 192.168.1.1,fd00::/8'
  expect(readConfig({ ROSTRUM_TRUST_PROXY: ranges }).trustedProxies).toEqual(['10.0.0.0/8', '192.168.1.1', 'fd00::/8'])
})

test('there may be as many people as are set, or as the process carries', () => {
  expect(readConfig({ ROSTRUM_MAX_PEOPLE: '2000' }).maxPeople).toBe(2_000)
  expect(readConfig({ ROSTRUM_MAX_PEOPLE: ' ' }).maxPeople).toBeNull()
})

test('every default is one that may be set', () => {
  const defaults = Object.fromEntries(VARIABLES.map(({ name, standard }) => [name, standard]))
  expect(readConfig(defaults)).toEqual(readConfig({}))
})

test('the public address follows the port unless it is set', () => {
  expect(readConfig({ ROSTRUM_PORT: '9000' }).url.origin).toBe('http://localhost:9000')
  const set = { ROSTRUM_URL: ' https://rooms.example/ ', ROSTRUM_MEDIA_ADDRESS: '203.0.113.7' }
  expect(readConfig(set).url.origin).toBe('https://rooms.example')
})

test('media go to the address that is set, else to that of ROSTRUM_URL, else to this machine', () => {
  const address = (env: Record<string, string>) => readConfig(env).media
  expect(address({ ROSTRUM_URL: 'https://rooms.example', ROSTRUM_MEDIA_ADDRESS: '203.0.113.7' })).toMatchObject({
    address: '203.0.113.7',
  })
  expect(address({ ROSTRUM_URL: 'http://192.168.1.20:8080' })).toMatchObject({ address: '192.168.1.20' })
  expect(address({ ROSTRUM_URL: 'http://[2001:db8::7]' })).toMatchObject({ address: '2001:db8::7' })
  expect(address({ ROSTRUM_URL: 'http://[::1]:8080' })).toMatchObject({ address: '::1' })
  expect(address({ ROSTRUM_URL: 'https://rooms.example' })).toMatchObject({ address: 'rooms.example' })
  for (const given of ['media.example', '203.0.113.7, 2001:db8::7', '2001:db8::7,203.0.113.7'])
    expect(address({ ROSTRUM_MEDIA_ADDRESS: given })).toMatchObject({ address: given })
  expect(address({ ROSTRUM_MEDIA_UDP_PORT: '0', LIVEKIT_BINARY: '/bin/lk' })).toMatchObject({
    address: '127.0.0.1',
    udpPort: 0,
    binary: '/bin/lk',
  })
})

test('a LiveKit elsewhere needs all three of its variables', () => {
  expect(readConfig(remote).media).toEqual({
    kind: 'remote',
    url: 'https://media.example',
    key: 'key',
    secret: 's'.repeat(32),
  })
  for (const name of Object.keys(remote))
    expect(() => readConfig({ ...remote, [name]: '' })).toThrow(`${name} is not set, but all of`)
})

test('mails go to a mail server where one is set, on the port that is usual', () => {
  const mail = (url: string, from = 'Rostrum <rooms@example.org>') =>
    readConfig({ ROSTRUM_SMTP_URL: url, ROSTRUM_MAIL_FROM: from }).mail
  expect(mail('smtp://rooms%40example.org:p%40ss@mail.example')).toEqual({
    kind: 'smtp',
    host: 'mail.example',
    port: 587,
    isSecure: false,
    user: 'rooms@example.org',
    password: 'p@ss',
    from: { name: 'Rostrum', address: 'rooms@example.org' },
  })
  expect(mail('smtps://mail.example', 'rooms@example.org')).toMatchObject({
    port: 465,
    isSecure: true,
    user: '',
    from: { name: '', address: 'rooms@example.org' },
  })
  expect(mail('smtp://[::1]:25/')).toMatchObject({ host: '::1', port: 25 })
})

test('a password of the mail server stands in no sentence', () => {
  const wrong = { ROSTRUM_SMTP_URL: 'smtp://rooms:secret@mail.example/x', ROSTRUM_MAIL_FROM: 'rooms@example.org' }
  expect(() => readConfig(wrong)).toThrow('ROSTRUM_SMTP_URL is "smtp://…@mail.example/x"')
})

const oidc = {
  ROSTRUM_OIDC_ISSUER: 'https://id.example/realms/harbour',
  ROSTRUM_OIDC_CLIENT_ID: 'rostrum',
  ROSTRUM_OIDC_CLIENT_SECRET: 'secret',
}

test('[ACCOUNT-9] a provider needs three of its variables, and has a name', () => {
  expect(readConfig(oidc).oidc).toEqual({
    issuer: 'https://id.example/realms/harbour',
    clientId: 'rostrum',
    clientSecret: 'secret',
    name: 'id.example',
    groupsClaim: 'groups',
  })
  expect(readConfig({ ...oidc, ROSTRUM_OIDC_NAME: 'Harbour ID' }).oidc?.name).toBe('Harbour ID')
  expect(readConfig({ ...oidc, ROSTRUM_OIDC_ISSUER: 'http://127.0.0.1:9000' }).oidc).not.toBeNull()
  for (const name of Object.keys(oidc))
    expect(() => readConfig({ ...oidc, [name]: '' })).toThrow(`${name} is not set, but all of`)
})

const WRONG: [Record<string, string>, string][] = [
  [{ ROSTRUM_PORT: 'eighty' }, 'ROSTRUM_PORT is "eighty". Allowed: a port from 1 to 65535.'],
  [
    { ...oidc, ROSTRUM_OIDC_ISSUER: 'http://id.example' },
    'ROSTRUM_OIDC_ISSUER is "http://id.example". Allowed: an https',
  ],
  [{ ...oidc, ROSTRUM_OIDC_ISSUER: 'id.example' }, 'ROSTRUM_OIDC_ISSUER is "id.example". Allowed: an https address'],
  [{ ...oidc, ROSTRUM_OIDC_NAME: 'x'.repeat(41) }, 'Allowed: text of at most 40 characters'],
  [{ ROSTRUM_PORT: '0' }, 'ROSTRUM_PORT is "0". Allowed: a port from 1 to 65535.'],
  [{ ROSTRUM_PORT: '70000' }, 'ROSTRUM_PORT is "70000". Allowed: a port from 1 to 65535.'],
  [{ ROSTRUM_HOST: 'rooms.example' }, 'ROSTRUM_HOST is "rooms.example". Allowed: an IP address, or localhost.'],
  [{ ROSTRUM_SMTP_URL: 'smtp://mail.example' }, 'ROSTRUM_MAIL_FROM is not set, but ROSTRUM_SMTP_URL is.'],
  [{ ROSTRUM_MAIL_FROM: 'rooms@example.org' }, 'ROSTRUM_SMTP_URL is not set, but ROSTRUM_MAIL_FROM is.'],
  [{ ROSTRUM_SMTP_URL: 'mail.example', ROSTRUM_MAIL_FROM: 'a@b' }, 'ROSTRUM_SMTP_URL is "mail.example". Allowed: an'],
  [
    { ROSTRUM_SMTP_URL: 'smtp://mail.example', ROSTRUM_MAIL_FROM: 'rooms' },
    'ROSTRUM_MAIL_FROM is "rooms". Allowed: an',
  ],
  [
    { ROSTRUM_URL: 'rooms.example' },
    'ROSTRUM_URL is "rooms.example". Allowed: an http or https address without a path.',
  ],
  [{ ROSTRUM_URL: 'https://a.example/x' }, 'ROSTRUM_URL is "https://a.example/x". Allowed: an http or https address'],
  [{ ROSTRUM_MEDIA_ADDRESS: 'my server' }, 'ROSTRUM_MEDIA_ADDRESS is "my server". Allowed: an IP address, an IPv4'],
  [{ ROSTRUM_MEDIA_ADDRESS: '203.0.113' }, 'ROSTRUM_MEDIA_ADDRESS is "203.0.113". Allowed: an IP address, an IPv4'],
  [{ ROSTRUM_MEDIA_ADDRESS: '10.0.0.1,10.0.0.2' }, 'ROSTRUM_MEDIA_ADDRESS is "10.0.0.1,10.0.0.2". Allowed: an IP'],
  [{ ROSTRUM_TRUST_PROXY: '10.0.0.0/33' }, 'ROSTRUM_TRUST_PROXY is "10.0.0.0/33". Allowed: IP addresses and ranges'],
  [{ ROSTRUM_TRUST_PROXY: '10.0.0.0/' }, 'ROSTRUM_TRUST_PROXY is "10.0.0.0/". Allowed: IP addresses and ranges'],
  [{ ROSTRUM_MEDIA_UDP_PORT: '-1' }, 'ROSTRUM_MEDIA_UDP_PORT is "-1". Allowed: a port, or 0 for a free one.'],
  [{ ROSTRUM_TRUST_PROXY: '10.0.0.1, proxy' }, 'ROSTRUM_TRUST_PROXY is "proxy". Allowed: IP addresses and ranges'],
  [{ ROSTRUM_VIDEO_HEIGHT: '719' }, 'ROSTRUM_VIDEO_HEIGHT is "719". Allowed: 180, 360, 540, 720, 1080.'],
  [{ ROSTRUM_MAX_PEOPLE: '0' }, 'ROSTRUM_MAX_PEOPLE is "0". Allowed: a number of people, at least 1.'],
  [{ ROSTRUM_MAX_PEOPLE: 'many' }, 'ROSTRUM_MAX_PEOPLE is "many". Allowed: a number of people, at least 1.'],
  [{ ROSTRUM_LOG: 'loud' }, 'ROSTRUM_LOG is "loud". Allowed: fatal, error, warn, info, debug, trace, silent.'],
  [{ ROSTRUM_UPLOAD_MB: '0' }, 'ROSTRUM_UPLOAD_MB is "0". Allowed: a whole number of megabytes from 1 to 1000000'],
  [{ ROSTRUM_FILES: '/var/files' }, 'ROSTRUM_FILES is "/var/files". Allowed: s3://bucket?endpoint='],
  [{ ROSTRUM_FILES: 's3://Not_A_Bucket' }, 'ROSTRUM_FILES is "s3://Not_A_Bucket". Allowed: s3://bucket'],
  [{ ROSTRUM_FILES: 's3://bucket?endpoint=minio' }, 'ROSTRUM_FILES is "s3://bucket?endpoint=minio". Allowed: s3://'],
  [{ ROSTRUM_FILES: 's3://bucket?bucket=x' }, 'ROSTRUM_FILES is "s3://bucket?bucket=x". Allowed: s3://'],
  [{ ROSTRUM_FILES: 's3://bucket' }, 'ROSTRUM_S3_KEY is not set, but ROSTRUM_FILES is'],
  [{ ROSTRUM_FILES: 's3://bucket', ROSTRUM_S3_KEY: 'k' }, 'ROSTRUM_S3_SECRET is not set, but ROSTRUM_FILES is'],
  [{ ROSTRUM_S3_SECRET: 's' }, 'ROSTRUM_FILES is not set, but ROSTRUM_S3_SECRET is'],
  [{ ROSTRUM_ROOM_CONTENT_MB: 'much' }, 'ROSTRUM_ROOM_CONTENT_MB is "much". Allowed: a whole number'],
  [{ ROSTRUM_KEEP_DAYS: '0' }, 'ROSTRUM_KEEP_DAYS is "0". Allowed: a whole number of days from 1 to 36500'],
  [{ ROSTRUM_KEEP_DAYS: '36501' }, 'ROSTRUM_KEEP_DAYS is "36501". Allowed: a whole number of days from 1 to 36500'],
  [{ ROSTRUM_KEEP_DAYS: '1.5' }, 'ROSTRUM_KEEP_DAYS is "1.5". Allowed: a whole number of days from 1 to 36500'],
  [{ ...remote, LIVEKIT_URL: 'ftp://media' }, 'LIVEKIT_URL is "ftp://media". Allowed: an http, https, ws or wss'],
]

test.each(WRONG)('%o stops the start with what is allowed', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(ConfigFault)
  expect(() => readConfig(env)).toThrow(sentence)
})

test('[KEEP-1] what is kept for some days is kept for so many', () => {
  expect(readConfig({ ROSTRUM_KEEP_DAYS: ' 30 ' }).keepDays).toBe(30)
})

test.each([
  [{}, 'anyone'],
  [{ ROSTRUM_URL: 'http://127.0.0.1:8080' }, 'anyone'],
  [{ ROSTRUM_URL: 'http://[::1]:8080' }, 'anyone'],
  [{ ROSTRUM_URL: 'https://live.example.org' }, 'members'],
  [{ ROSTRUM_URL: 'http://192.168.1.4:8080' }, 'members'],
  [{ ROSTRUM_URL: 'https://live.example.org', ROSTRUM_CREATE: 'anyone' }, 'anyone'],
  [{ ROSTRUM_CREATE: 'admins' }, 'admins'],
] as const)('[ACCOUNT-2] with %j rooms are created by %s', (env, policy) => {
  expect(readConfig(env).create).toBe(policy)
})

test('a secret that is too short is not shown', () => {
  const short = { ...remote, LIVEKIT_API_SECRET: 'hunter2' }
  expect(() => readConfig(short)).toThrow('LIVEKIT_API_SECRET is too short. Allowed: text of at least 32 characters.')
})

test('[ACCOUNT-16] what is shown of the settings holds no secret', () => {
  const secrets = {
    ...remote,
    ROSTRUM_SMTP_URL: 'smtp://rooms:hidden-1@mail.example:587',
    ROSTRUM_MAIL_FROM: 'rooms@example.org',
    ROSTRUM_METRICS_TOKEN: 'hidden-2',
    ROSTRUM_OIDC_ISSUER: 'https://id.example',
    ROSTRUM_OIDC_CLIENT_ID: 'rostrum',
    ROSTRUM_OIDC_CLIENT_SECRET: 'hidden-3',
  }
  const { shown } = readConfig(secrets)
  expect(shown.map(({ name }) => name)).toEqual(VARIABLES.map(({ name }) => name))
  expect(JSON.stringify(shown)).not.toMatch(/hidden|ssss/)
  expect(shown).toContainEqual({ name: 'ROSTRUM_SMTP_URL', value: null })
  expect(shown).toContainEqual({ name: 'ROSTRUM_MAIL_FROM', value: 'rooms@example.org' })
})
