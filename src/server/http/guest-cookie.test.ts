import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hana, kwame, mei } from '../../../test/rules/people.ts'
import { openScene } from '../../../test/server/app-server.ts'
import { keyOf } from '../secrets.ts'

test('one cookie serves for every room that a browser is in, and is set once', async () => {
  const scene = await openScene()
  const first = await scene.creates()
  const browser = { cookie: first.cookie }
  const hosts = []
  for (let n = 0; n < 5; n++) {
    const answer = await scene.post('/api/rooms', { name: `Room ${n}`, host: hana.name, mode: 'webinar' }, browser)
    expect(answer.headers.get('set-cookie')).toBeNull()
    hosts.push((answer.body as { room: string }).room)
  }
  for (const room of [first.room, ...hosts])
    expect((await scene.page(room, { ...first, ...browser })).you).toEqual({ name: hana.name, role: 'host' })
  const other = await scene.creates({ host: kwame.name })
  const entered = await scene.post(await scene.link(other, 'viewer'), { name: 'Hana W.' }, browser)
  expect(entered.headers.get('set-cookie')).toBeNull()
  expect((await scene.page(other.room, { ...other, ...browser })).you).toEqual({ name: 'Hana W.', role: 'participant' })
})

test('what others and the store know of a browser is another thing in each room', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const other = await scene.creates()
  const guest = await scene.enters(host, 'viewer', mei)
  await scene.post(await scene.link(other, 'viewer'), { name: mei.name }, guest)
  const data = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  const known = data.prepare('SELECT id, key FROM people WHERE name = ?').all(mei.name)
  data.close()
  expect(known).toHaveLength(2)
  expect(new Set(known.flatMap(({ id, key }) => [id, key])).size).toBe(4)
})

test('a cookie that we have not signed is nobody’s', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const [secret = '', signature = ''] = host.cookie.replace('rostrum=', '').split('.')
  const forged = [
    `rostrum=${secret}`,
    `rostrum=${secret}.`,
    `rostrum=${secret}.${signature.slice(1)}x`,
    'rostrum=.',
    'rostrum=a.b.c',
  ]
  for (const cookie of forged) expect((await scene.page(host.room, { ...host, cookie })).you).toBeNull()
})

test('who was known in a room before there was one cookie for the site still is', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const data = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  data.prepare('UPDATE people SET key = ? WHERE room = ?').run(keyOf('an old secret'), host.room)
  data.close()
  const before = { ...host, cookie: `rostrum_${host.room}=${encodeURIComponent('an old secret')}` }
  expect((await scene.page(host.room, before)).you).toEqual({ name: hana.name, role: 'host' })
  await scene.joins(before)
})

test('a browser forgets who it was, in every room, and is somebody new from then on', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const other = await scene.creates()
  const guest = await scene.enters(host, 'viewer', mei)
  await scene.post(await scene.link(other, 'viewer'), { name: mei.name }, guest)
  const old = `${guest.cookie}; rostrum_${host.room}=x`
  const forgotten = await scene.post('/api/guest/forget', {}, { cookie: old })
  expect(forgotten.status).toBe(204)
  expect(forgotten.headers.getSetCookie().join()).toContain(`rostrum_${host.room}=;`)
  const fresh =
    forgotten.headers
      .getSetCookie()
      .find((line) => line.startsWith('rostrum='))
      ?.split(';')[0] ?? ''
  for (const room of [host.room, other.room])
    expect((await scene.page(room, { ...guest, cookie: fresh })).you).toBeNull()
  const again = await scene.post(await scene.link(host, 'viewer'), { name: kwame.name }, { cookie: fresh })
  expect(again.status).toBe(200)
  expect((await scene.page(host.room, { ...guest, cookie: fresh })).you?.name).toBe(kwame.name)
  expect((await scene.page(host.room, guest)).you?.name).toBe(mei.name)
})

test('[NAME-6] a browser is told whether its cookie comes back, also in a hall that has one address', async () => {
  const scene = await openScene()
  const first = await scene.get('/api/guest')
  expect(first.body).toEqual({ known: false })
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  const again = await scene.get('/api/guest', { cookie })
  expect(again.body).toEqual({ known: true })
  expect(again.headers.get('set-cookie')).toBeNull()
  for (let n = 0; n < 100; n++) expect((await scene.get('/api/guest')).body).toEqual({ known: false })
})
