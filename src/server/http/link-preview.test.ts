import { expect, test } from 'vitest'
import { openScene } from '../../../test/server/app-server.ts'
import { invitesOf, invitesOne, pathOf } from '../../../test/server/invites.ts'

test('[PREVIEW-1] the address of a room, and each invite link, says at its head what it leads to', async () => {
  const scene = await openScene()
  const name = 'Tea & <script>alert(1)</script> "talk" $& $1'
  const host = await scene.creates({ name })
  const link = (await scene.link(host, 'viewer')).replace('/api/links/', '/i/')
  const invitation = `/i/${(await invitesOne(scene, host)).token}`
  for (const path of [`/r/${host.room}`, `/r/${host.room}/room`, link, invitation]) {
    const { body, headers } = await scene.get(path)
    const title = 'Tea &amp; &lt;script&gt;alert(1)&lt;/script&gt; &quot;talk&quot; $&amp; $1'
    expect(body).toContain(`<title>${title}</title>`)
    expect(body).toContain(`<meta property="og:title" content="${title}">`)
    expect(body).toContain('noindex')
    expect(body).not.toContain('<script>alert')
    expect(headers.get('content-type')).toContain('text/html')
  }
})

test('[PREVIEW-1] an address that leads nowhere has the page’s own head', async () => {
  const scene = await openScene()
  for (const path of ['/', `/r/${'x'.repeat(22)}`, '/r/nothing', '/i/made-up', '/i/%00', '/sign-in']) {
    const { body, status } = await scene.get(path)
    expect(status).toBe(200)
    expect(body).toContain('<title>Rostrum</title>')
    expect(body).not.toContain('og:title')
  }
})

test('[PREVIEW-1] [ROOM-4] a room that is described says so at its head, in text alone, and a deleted one says nothing', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Physics 101' })
  const details = `/api/rooms/${host.room}/details`
  const { body } = await scene.get(details, host)
  await scene.post(details, { ...(body as object), description: 'Bring **a spoon** & "water" <script>' }, host)
  const page = async () => String((await scene.get(`/r/${host.room}`)).body)
  expect(await page()).toContain('content="Bring a spoon &amp; &quot;water&quot; &lt;script&gt;"')
  await scene.post(`/api/rooms/${host.room}/delete`, {}, host)
  expect(await page()).not.toContain('Physics 101')
})

test('[PREVIEW-1] [LINK-2] a link that was revoked names nothing any more', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Physics 101' })
  const link = (await scene.link(host, 'viewer')).replace('/api/links/', '/i/')
  expect((await scene.get(link)).body).toContain('Physics 101')
  await scene.post(`/api/rooms/${host.room}/links/viewer/revoke`, {}, host)
  expect((await scene.get(link)).body).not.toContain('Physics 101')
})

test('[PREVIEW-2] an invitation that does not let just anybody in says what an address says that leads nowhere', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Physics 101' })
  const pageOf = async (token: string) => String((await scene.get(`/i/${token}`)).body)
  const unknown = await pageOf('x'.repeat(22))
  const lasting = await invitesOne(scene, host, { lasts: 3_600_000 })
  const single = await invitesOne(scene, host, { isSingle: true })
  const bound = await invitesOne(scene, host, { isBound: true })
  const revoked = await invitesOne(scene, host)
  await scene.post(`${invitesOf(host.room)}/${revoked.invite.id}/revoke`, {}, { ...host })
  expect(await pageOf(lasting.token)).toContain('Physics 101')
  expect(await pageOf(single.token)).toContain('Physics 101')
  expect((await scene.post(pathOf(single), { name: 'Noor' })).status).toBe(200)
  scene.clock.turn(3_600_000)
  for (const { token } of [lasting, single, bound, revoked]) expect(await pageOf(token)).toBe(unknown)
})

test('[ROOM-11] the page of a room says its look at its head', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: 'Physics 101' })
  const details = `/api/rooms/${host.room}/details`
  const page = async (path: string) => String((await scene.get(path)).body)
  const paths = [`/r/${host.room}/room`, (await scene.link(host, 'viewer')).replace('/api/links/', '/i/')]
  for (const path of paths) expect(await page(path)).not.toContain('room-accent')
  const { body } = await scene.get(details, host)
  const brand = { accent: '#7a1f5c', waitingText: '', leaveTo: '' }
  await scene.post(details, { ...(body as object), brand }, host)
  for (const path of paths) {
    expect(await page(path)).toContain('<meta name="room-accent" content="#7a1f5c">')
    expect(await page(path)).not.toContain('room-logo')
  }
  expect(await page('/')).not.toContain('room-accent')
})
