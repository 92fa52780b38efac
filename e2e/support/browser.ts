import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'

/**
 * What a page of a test does without. Chromium heeds the last list alone: the first are those that Playwright (1.65.1) turns off.
 * The others make processes beside every page, for suggestions under an address bar and for a page to come, at more than a third
 * of the whole cost.
 */
const WITHOUT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
]

const FLAGS = [
  `--disable-features=${WITHOUT.join(',')}`,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
]

/** Where the whole Chromium is, and the one without a window's parts: less to start for each page. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const SHELL = process.env.HEADLESS_SHELL_PATH ?? '/usr/bin/chromium-headless-shell'

/**
 * A real Chromium. `devices`: two fake cameras and a microphone with something like a voice, and every question answered yes; the
 * same, with every question answered no; or a machine without any. `sound`: a WAV file to hear instead. `flags`: of Chromium, the
 * last of a kind counts. `executablePath`: the program.
 */
export async function openBrowser(
  devices: 'fake' | 'refused' | 'none' = 'fake',
  sound?: string,
  flags: readonly string[] = [],
  executablePath = CHROMIUM,
): Promise<Browser> {
  const args = [...FLAGS]
  if (devices !== 'none') {
    args.push(
      '--use-fake-device-for-media-stream=device-count=2,fps=5',
      `--use-file-for-fake-audio-capture=${sound ?? voiceFile()}`,
    )
    if (devices === 'fake') args.push('--use-fake-ui-for-media-stream')
  }
  return await chromium.launch({ executablePath, args: [...args, ...flags], chromiumSandbox: process.getuid?.() !== 0 })
}

/** The same without a window's parts, where there is such a Chromium: the whole one is there for those who look at it. */
export async function openShell(...how: Parameters<typeof openBrowser>): Promise<Browser> {
  const [devices, sound, flags] = how
  return await openBrowser(devices, sound, flags, existsSync(SHELL) ? SHELL : CHROMIUM)
}

let shared: Browser | undefined

/** The Chromium of all stories of a worker; it ends with the worker's process. */
export async function sharedBrowser(): Promise<Browser> {
  if (!shared?.isConnected()) shared = await openShell()
  return shared
}

/** A Chromium of somebody who has blocked all cookies, in the browser's own settings; what a page would keep is blocked with them. */
export async function openWithoutCookies(): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'rostrum-no-cookies-'))
  mkdirSync(join(profile, 'Default'))
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } }
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(settings))
  return await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: FLAGS,
    chromiumSandbox: process.getuid?.() !== 0,
  })
}

/**
 * Four seconds of something like a voice as a WAV file: a gliding pitch with its overtones, in syllables, every second word a low
 * one. A steady tone is taken away by noise reduction, Chromium's own fake microphone only beeps now and then, and of who is
 * always as loud as before LiveKit tells newcomers nothing (1.13.5, Room.audioUpdateWorker).
 */
function voiceFile(): string {
  const rate = 48_000
  const length = 4 * rate
  const samples = Buffer.alloc(length * 2)
  let phase = 0
  for (let n = 0; n < length; n++) {
    const time = n / rate
    phase += (2 * Math.PI * (150 + 60 * Math.sin(2 * Math.PI * 0.5 * time))) / rate
    const overtones = [1, 0.7, 0.5, 0.4, 0.3, 0.2].reduce((sum, loud, k) => sum + loud * Math.sin((k + 1) * phase), 0)
    const syllable = 0.25 + 0.75 * Math.sin(Math.PI * 4 * time) ** 2
    const word = time % 2 < 1 ? 1 : 0.3
    samples.writeInt16LE(Math.round(9_000 * word * syllable * overtones), n * 2)
  }
  const file = join(mkdtempSync(join(tmpdir(), 'rostrum-voice-')), 'voice.wav')
  writeFileSync(file, Buffer.concat([wavHead(rate, samples.length), samples]))
  return file
}

/** The head of a WAV file with one channel of 16 bits. */
function wavHead(rate: number, bytes: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(bytes, 40)
  return head
}
