import { expect, test } from 'vitest'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { openScene } from '../../../test/server/app-server.ts'
import { Browser } from '../../../test/server/browser.ts'

type Route = { method: string; path: string }

/** What anybody may ask, whoever they are: it says nothing of others. */
const OPEN = new Set([
  'GET /api/health',
  'GET /api/account',
  'GET /api/guest',
  'POST /api/guest/forget',
  'POST /api/account/sign-out',
  'POST /api/account/passkey-sign-in/begin',
  'GET /api/rooms/:room',
  'GET /api/rooms/:room/about',
  'GET /api/rooms/:room/deletion',
  'GET /api/my/templates',
])

/** What whoever has an account may ask of it. */
const OWN = new Set([
  'GET /api/account/sign-ins',
  'GET /api/account/deletion',
  'GET /api/account/ways',
  'POST /api/account/sign-ins/:id/end',
  'POST /api/account/provider/unlink',
  'POST /api/account/passkeys/begin',
  'POST /api/account/verify',
  'POST /api/account/picture/remove',
  'GET /api/my/calendar',
  'POST /api/my/calendar/renew',
])

// It ends what the others of this test are known by.
const LAST = 'POST /api/account/sign-out-everywhere'

/** The routes that Fastify prints as a tree: each line holds what follows the path above it. */
function routesIn(tree: string): Route[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', rest = '', methods = ''] = /^([│├└─ ]*)(\S+) \((.+)\)$/.exec(line) ?? []
    if (rest === '') return []
    const depth = indent.length / 4
    above.length = depth
    const path = (above.at(-1) ?? '') + rest
    above.push(path === '/' ? '' : path)
    const whole = path.startsWith('/') ? path : `/${path}`
    return methods.split(', ').map((method) => ({ method, path: whole }))
  })
}

test('every route refuses everybody whom it is not for, and tells no e-mail of others', async () => {
  const scene = await openScene()
  const signedUp = async (who: { name: string }, email: string) => {
    const browser = new Browser(scene)
    await browser.signUp({ name: who.name, email })
    return browser
  }
  const host = await signedUp(hana, 'hana@secret.example')
  const made = await host.post('/api/rooms', { name: 'Harbour library', host: hana.name, mode: 'interactive' })
  const { room } = made.body as { room: string }
  await host.post(`/api/rooms/${room}/members`, { kind: 'email', subject: 'ravi@secret.example', role: 'cohost' })
  const invited = { email: 'noor@secret.example', firstName: noor.name, lastName: '' }
  const invitation = { role: 'viewer', lasts: null, isSingle: false, isBound: false, language: 'en', to: invited }
  expect((await host.post(`/api/rooms/${room}/invites`, invitation)).status).toBe(200)
  const link = await scene.link({ name: hana.name, room, cookie: host.cookie }, 'viewer')
  const otherHost = await signedUp(kwame, 'kwame@secret.example')
  await otherHost.post('/api/rooms', { name: 'Elsewhere', host: kwame.name, mode: 'interactive' })
  const viewer = new Browser(scene)
  await viewer.post(link, { name: noor.name })
  const guestHost = new Browser(scene)
  await guestHost.post('/api/rooms', { name: 'A third', host: mei.name, mode: 'webinar' })
  const identities = [
    { who: 'a stranger', browser: new Browser(scene), may: [OPEN] },
    { who: 'a guest who hosts another room', browser: guestHost, may: [OPEN] },
    { who: 'an account that hosts another room', browser: otherHost, may: [OPEN, OWN] },
    { who: 'a viewer', browser: viewer, may: [OPEN] },
  ]
  const routes = routesIn(scene.routes).filter(({ path, method }) => path.startsWith('/api/') && method !== 'HEAD')
  expect(routes.length).toBeGreaterThan(20)
  const wrong: string[] = []
  for (const { who, browser, may } of identities) {
    for (const { method, path } of routes) {
      const route = `${method} ${path}`
      if (route === LAST || route === 'POST /api/account/sign-out' || route === 'POST /api/guest/forget') continue
      const address = path.replace(':room', room).replace(':role', 'viewer').replace(/:\w+/g, 'x'.repeat(22))
      const answer =
        method === 'GET' ? await browser.get(address) : await browser.sends(method, address, { name: 'Name' })
      const isOpen = may.some((open) => open.has(route))
      if (isOpen !== answer.status < 300) wrong.push(`${who}: ${route} was answered with ${answer.status}`)
      if (answer.status >= 500) wrong.push(`${who}: ${route} failed`)
      const own = who.startsWith('an account') ? 'kwame@secret.example' : ''
      if (
        JSON.stringify(answer.body)
          .replaceAll(own || '\0', '')
          .includes('secret.example')
      )
        wrong.push(`${who}: ${route} tells an e-mail`)
    }
  }
  expect(wrong).toEqual([])
}, 60_000)
