import { launch, type Browser } from 'puppeteer-core'

/** What Firefox is told before it starts; what is not named is as everybody has it, the rules for sound without a press too. */
const PREFERENCES = {
  // A camera, a microphone and two speakers that no machine has, and every question answered yes.
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.cubeb.force_mock_context': true,
  // The media engine of a test is on this very machine.
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'ui.prefersReducedMotion': 1,
}

/** A real Firefox, told what to do by WebDriver BiDi. */
export async function openFirefox(): Promise<Browser> {
  return await launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    extraPrefsFirefox: PREFERENCES,
  })
}
