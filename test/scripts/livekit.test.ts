import { expect, test } from 'vitest'
import { cachedLiveKit, userCache } from '../../scripts/cache.mjs'
import { before } from '../../scripts/livekit-go.mjs'
import { findLiveKit } from '../../scripts/livekit.mjs'

type Ways = Parameters<typeof findLiveKit>[1]

const env = { XDG_CACHE_HOME: '/cache' }
const broken = (reason: string) => async () => {
  throw new Error(reason)
}
/** A machine that has nothing, apart from what is given. */
const machine = (has: Partial<Ways> = {}): Ways => ({
  path: () => undefined,
  version: async () => undefined,
  exists: () => false,
  build: broken('Go is not installed'),
  release: broken('github.com cannot be reached'),
  ...has,
})
const all = machine({
  path: () => '/bin/livekit-server',
  version: async () => '1.13.5',
  exists: () => true,
  build: async () => undefined,
  release: async () => undefined,
})

test('LIVEKIT_URL comes first, and wants its key and secret', async () => {
  const url = { ...env, LIVEKIT_URL: 'ws://media.example', LIVEKIT_API_KEY: 'key' }
  await expect(findLiveKit({ ...url, LIVEKIT_API_SECRET: 'secret' }, all)).resolves.toEqual({ from: 'url' })
  await expect(findLiveKit(url, all)).rejects.toThrow('LIVEKIT_API_SECRET must be set too')
})

test('the PATH comes second: another version is said, one that is too old is passed over', async () => {
  await expect(findLiveKit(env, all)).resolves.toEqual({ from: 'path', binary: '/bin/livekit-server' })
  const newer = await findLiveKit(env, { ...all, version: async () => '1.14.0' })
  expect(newer.warning).toMatch(/1\.14\.0.*1\.13\.5/)
  const old = await findLiveKit(env, { ...all, version: async () => '1.9.12' })
  expect(old.from).toBe('cache')
  expect(old.warning).toMatch(/1\.9\.12/)
})

test('a build in the cache is taken before a new one, and a build before the release', async () => {
  const binary = cachedLiveKit(env)
  await expect(findLiveKit(env, machine({ exists: (file) => file === binary }))).resolves.toEqual({
    from: 'cache',
    binary,
  })
  await expect(findLiveKit(env, machine({ build: all.build, release: all.release }))).resolves.toEqual({
    from: 'go',
    binary,
  })
  await expect(findLiveKit(env, machine({ release: all.release }))).resolves.toEqual({ from: 'release', binary })
})

test('when nothing works, one text names all four sources and why each did not do', async () => {
  const failure = findLiveKit(env, machine())
  for (const words of ['LIVEKIT_URL', 'on the PATH: not found', 'Go is not installed', 'github.com cannot be reached'])
    await expect(failure).rejects.toThrow(words)
})

test('versions are compared as numbers', () => {
  expect([before('1.9', '1.13'), before('1.13', '1.13'), before('2.0', '1.13')]).toEqual([true, false, false])
})

test('the cache is the user’s own on every system', () => {
  expect(userCache({}, 'linux', '/home/ada')).toBe('/home/ada/.cache')
  expect(userCache({}, 'darwin', '/Users/ada')).toBe('/Users/ada/Library/Caches')
  expect(userCache({ XDG_CACHE_HOME: 'relative' }, 'linux', '/home/ada')).toBe('/home/ada/.cache')
})
