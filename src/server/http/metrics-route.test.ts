import { expect, test } from 'vitest'
import { fakeMedia } from '../../../test/media/media.fake.ts'
import { Scene } from '../../../test/server/app-server.ts'

async function asks(scene: Scene, headers: Record<string, string> = {}) {
  const answer = await fetch(`${scene.url}/metrics`, { headers })
  return { status: answer.status, text: await answer.text() }
}

test('[LOAD-3] the operator reads on this machine how many are connected, and how many the media hold', async () => {
  const scene = await Scene.open({ media: fakeMedia() })
  await scene.joins(await scene.creates())
  const { status, text } = await asks(scene)
  expect(status).toBe(200)
  expect(text).toContain('\nrostrum_sockets 1\n')
  expect(text).toContain('\nrostrum_media_connections 0\n')
  expect(text).toContain('\nrostrum_files_bytes 0\n')
  expect(text).toMatch(/\nrostrum_media_viewers_held \d+\n/)
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
  // The fake engine does not tell its work.
  expect(text).not.toMatch(/\nrostrum_media_cpu_cores \d/)
})

test('[LOAD-3] nobody reads it through a proxy without the token', async () => {
  const scene = await Scene.open({ media: fakeMedia() })
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
    expect((await asks(scene, { [name]: '192.0.2.1' })).status).toBe(404)
})

test('[LOAD-3] with a token nobody reads it without, from wherever they ask', async () => {
  const scene = await Scene.open({ media: fakeMedia(), env: { ROSTRUM_METRICS_TOKEN: 'a token for the operator' } })
  const asked = async (authorization?: string) => (await asks(scene, authorization ? { authorization } : {})).status
  expect(await asked()).toBe(404)
  expect(await asked('Bearer a token')).toBe(404)
  expect(await asked('a token for the operator')).toBe(404)
  expect(await asked('Bearer a token for the operator')).toBe(200)
  const far = { authorization: 'Bearer a token for the operator', 'x-forwarded-for': '192.0.2.1' }
  expect((await asks(scene, far)).status).toBe(200)
})
