import { expect, test } from 'vitest'
import { signals } from '../../../test/media/livekit.ts'
import { openScene } from '../../../test/server/app-server.ts'

test('while the engine is away everybody is told, the way to it asks to wait, and the room goes on', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const { ticket } = await hanas.frame('welcome', ({ inside }) => inside)
  scene.media.goes(false)
  await hanas.frame('media', ({ up }) => !up)
  expect(await signals(scene.url, ticket)).toBe(503)
  expect((await scene.get(`/rtc/v1/validate?access_token=${ticket}`)).status).toBe(503)
  expect((await scene.get('/api/health')).body).toEqual({ ok: true, media: false })
  await hanas.does({ type: 'goOnStage', microphone: true, camera: true })
  scene.media.goes(true)
  await hanas.frame('media', ({ up }) => up)
  expect((await scene.get('/api/health')).body).toEqual({ ok: true, media: true })
})

test('an engine that does not answer costs its own connection alone', async () => {
  const scene = await openScene()
  const hanas = await scene.joins(await scene.creates())
  const { ticket } = await hanas.frame('welcome', ({ inside }) => inside)
  expect(await signals(scene.url, ticket)).toBe(503)
  expect((await scene.get(`/rtc/validate?access_token=${ticket}`)).status).toBe(503)
  expect(await hanas.asks({ type: 'raiseHand' })).toBe('done')
})

test('[MEDIA-3] what the engine reports as published, and is not what it says, takes its person off the stage', async () => {
  const scene = await openScene()
  const hanas = await scene.joins(await scene.creates())
  const { you, session } = await hanas.frame('welcome', ({ inside }) => inside)
  await hanas.does({ type: 'goOnStage', microphone: true, camera: true })
  const { reports } = scene.media
  reports.systemEvent(session.id, { type: 'trackPublished', person: you.id, source: 'microphone', kind: 'audio' })
  reports.systemEvent(session.id, { type: 'trackPublished', person: you.id, source: 'microphone', kind: 'video' })
  reports.systemEvent(session.id, { type: 'trackPublished', person: you.id, source: 'microphone', kind: 'video' })
  expect(await hanas.told('leftStage')).toMatchObject({ person: you.id, why: 'foul', by: null })
  expect(scene.media.granted(you.id)).toMatchObject({ publish: [] })
  await hanas.finds({ type: 'ticket' })
  expect(hanas.events.filter(({ type }) => type === 'leftStage')).toHaveLength(1)
})

test('a report that the engine did not sign is refused', async () => {
  const scene = await openScene()
  const headers = { 'content-type': 'application/webhook+json', authorization: 'x' }
  const answer = await fetch(`${scene.url}/api/media/webhook`, { method: 'POST', headers, body: '{}' })
  expect(answer.status).toBe(401)
})
