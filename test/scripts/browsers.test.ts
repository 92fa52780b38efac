import { expect, test } from 'vitest'
import { browser, CHROMIUM, FIREFOX, HEADLESS_SHELL } from '../../scripts/browsers.mjs'

type Machine = NonNullable<Parameters<typeof browser>[2]>

/** A machine on which these programs run, apart from what is given. */
const machine = (programs: readonly string[], has: Partial<Machine> = {}): Machine => ({
  path: (name) => programs.find((file) => file.endsWith(`/${name}`)),
  exists: (file) => programs.includes(file),
  runs: async () => true,
  mayInstall: () => false,
  install: () => Promise.reject(new Error('nobody asked for it')),
  ...has,
})

test('a browser that is named comes first, and one that is not there is said', async () => {
  const both = machine(['/opt/firefox', '/usr/bin/firefox-esr'])
  await expect(browser(FIREFOX, { FIREFOX_PATH: '/opt/firefox' }, both)).resolves.toEqual({
    path: '/opt/firefox',
    outcome: 'from FIREFOX_PATH',
  })
  const gone = browser(FIREFOX, { FIREFOX_PATH: '/opt/gone' }, both)
  await expect(gone).rejects.toThrow('FIREFOX_PATH is /opt/gone, but nothing is there.')
})

test('an installed browser comes second, on the PATH or where its system puts it', async () => {
  const esr = machine(['/usr/bin/firefox', '/usr/bin/firefox-esr'])
  await expect(browser(FIREFOX, {}, esr)).resolves.toEqual({ path: '/usr/bin/firefox-esr', outcome: 'found' })
  const [mac = ''] = FIREFOX.places
  await expect(browser(FIREFOX, {}, machine([mac]))).resolves.toEqual({ path: mac, outcome: 'found' })
  await expect(browser(CHROMIUM, {}, machine(['/usr/bin/chromium']))).resolves.toMatchObject({ outcome: 'found' })
  const shell = machine(['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'])
  await expect(browser(HEADLESS_SHELL, {}, shell)).resolves.toMatchObject({ path: '/usr/bin/chromium-headless-shell' })
})

test('a program that only says where to get the browser is passed over', async () => {
  const here = machine(['/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'], {
    runs: async (file) => file !== '/usr/bin/firefox',
  })
  await expect(browser(FIREFOX, {}, here)).resolves.toMatchObject({ path: FIREFOX.places[0] })
})

test('Debian’s package comes third, and what apt-get says is passed on when it is no help', async () => {
  const programs: string[] = []
  const debian = machine(programs, {
    mayInstall: () => true,
    async install(name) {
      programs.push(`/usr/bin/${name}`)
      return ''
    },
  })
  await expect(browser(FIREFOX, {}, debian)).resolves.toEqual({ path: '/usr/bin/firefox-esr', outcome: 'installed' })
  const away = machine([], { mayInstall: () => true, install: async () => 'E: Unable to locate package firefox-esr' })
  await expect(browser(FIREFOX, {}, away)).rejects.toThrow('E: Unable to locate package firefox-esr')
})

test('without any, one sentence says what to install and which variable to set', async () => {
  for (const [kind, words] of [
    [FIREFOX, 'The browser tests need Firefox: install it, or set FIREFOX_PATH to the program.'],
    [CHROMIUM, 'The browser tests need Chromium or Google Chrome: install it, or set CHROMIUM_PATH to the program.'],
  ] as const)
    await expect(browser(kind, {}, machine([]))).rejects.toThrow(words)
})
