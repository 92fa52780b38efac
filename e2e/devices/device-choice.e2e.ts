import { expect } from 'vitest'
import { hearsMicrophone, seesCamera, tellsDevicesApart } from '../support/distinct-devices.ts'
import { canUnplug, notesDevices, notesWhatIsSent, plugs, sent } from '../support/device-recorder.ts'
import { hears, hearsNothing } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

const menu = (who: Visitor, kind: string) => who.page.getByLabel(kind, { exact: true })
const shown = async (who: Visitor, kind: string) => await menu(who, kind).locator('option:checked').textContent()

story(
  '[DEVICE-11] the devices that are chosen are those that are sent: before the stage, on it, and next time',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    await tellsDevicesApart(hana)
    await notesDevices(hana)
    await notesWhatIsSent(hana)
    const links = await hana.entersOwnRoom('Chosen', 'Interactive')
    await hana.presses('Join stage')
    await expect.poll(() => shown(hana, 'Microphone')).toBe('System default')
    await expect.poll(() => shown(hana, 'Camera')).toBe('fake_device_0')
    await menu(hana, 'Microphone').selectOption('Fake Audio Input 2')
    await menu(hana, 'Camera').selectOption('fake_device_1')
    await hana.presses('Join stage')
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await hearsMicrophone(mei, 'Fake Audio Input 2')
    await seesCamera(mei, 'Hana Weber', 'fake_device_1')
    await expect.poll(() => sent(hana)).toEqual(['audio Fake Audio Input 2', 'video fake_device_1'])

    await hana.presses('Settings')
    await expect.poll(() => shown(hana, 'Microphone')).toBe('Fake Audio Input 2')
    await menu(hana, 'Microphone').selectOption('Fake Audio Input 1')
    await menu(hana, 'Camera').selectOption('fake_device_0')
    await hearsMicrophone(mei, 'Fake Audio Input 1')
    await seesCamera(mei, 'Hana Weber', 'fake_device_0')
    await expect.poll(() => sent(hana)).toEqual(['audio Fake Audio Input 1', 'video fake_device_0'])
    expect(await shown(hana, 'Microphone')).toBe('Fake Audio Input 1')
    expect(await shown(hana, 'Camera')).toBe('fake_device_0')
    // What is made of it is made of the chosen one.
    const microphone = async () =>
      await hana.page.evaluate(() => {
        const given: MediaStreamTrack[] = Reflect.get(window, 'given')
        return given
          .filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live')
          .map((each) => each.label)
      })
    await menu(hana, 'Noise reduction').selectOption('Strong')
    await expect.poll(() => sent(hana)).toEqual(['audio MediaStreamAudioDestinationNode', 'video fake_device_0'])
    await expect.poll(microphone).toEqual(['Fake Audio Input 1'])
    await menu(hana, 'Microphone').selectOption('Fake Audio Input 2')
    await expect.poll(microphone).toEqual(['Fake Audio Input 2'])
    await menu(hana, 'Noise reduction').selectOption('Standard')
    await menu(hana, 'Camera').selectOption('fake_device_1')
    await hearsMicrophone(mei, 'Fake Audio Input 2')
    await seesCamera(mei, 'Hana Weber', 'fake_device_1')
    await hana.page.keyboard.press('Escape')

    await hana.page.reload()
    await hana.pressesTool('Turn microphone on')
    await hana.pressesTool('Turn camera on')
    await hearsMicrophone(mei, 'Fake Audio Input 2')
    await seesCamera(mei, 'Hana Weber', 'fake_device_1')
    await expect.poll(() => sent(hana)).toEqual(['audio Fake Audio Input 2', 'video fake_device_1'])
    await hana.presses('Settings')
    await menu(hana, 'Microphone').selectOption('System default')
    await expect.poll(() => sent(hana)).toEqual(['audio Fake Default Audio Input', 'video fake_device_1'])
    await expect.poll(() => shown(hana, 'Microphone')).toBe('System default')
    await hearsMicrophone(mei, 'Fake Default Audio Input')
  },
)

story(
  '[DEVICE-12] what is unplugged gives way to what is there, and what is plugged in is one press away',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    await tellsDevicesApart(hana)
    await notesDevices(hana)
    await canUnplug(hana)
    await notesWhatIsSent(hana)
    const links = await hana.entersOwnRoom('Headset', 'Interactive')
    await hana.presses('Join stage')
    await menu(hana, 'Microphone').selectOption('Fake Audio Input 2')
    await hana.presses('Join stage')
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await hearsMicrophone(mei, 'Fake Audio Input 2')

    await plugs(hana, 'Fake Audio Input 2', false)
    await hana.reads('Your microphone was unplugged. Fake Default Audio Input is used now.')
    await hearsMicrophone(mei, 'Fake Default Audio Input')
    await mei.tile('Hana Weber', 'microphone (on|speaking)').waitFor()
    expect(await sent(hana)).toContain('audio Fake Default Audio Input')

    await plugs(hana, 'Fake Audio Input 2', true)
    await hana.reads('Fake Audio Input 2 is connected.')
    await hana.presses('Use it')
    await expect.poll(() => sent(hana)).toContain('audio Fake Audio Input 2')
    await hearsMicrophone(mei, 'Fake Audio Input 2')
    expect(await hana.button('Use it').count()).toBe(0)

    // Muted means muted, whatever is pulled out.
    await hana.pressesTool('Turn microphone off')
    await plugs(hana, 'Fake Audio Input 2', false)
    await expect.poll(() => sent(hana)).toContain('(audio Fake Default Audio Input)')
    await hearsNothing(mei.page)
    await hana.pressesTool('Turn microphone on')
    await hears(mei.page)

    // A camera does not go on by itself as another one.
    await plugs(hana, 'fake_device_0', false)
    await mei.tile('Hana Weber', 'microphone (on|speaking), camera off').waitFor()
    await hana.reads('Your camera was unplugged and is off now. fake_device_1 can be used instead.')
    await hana.page
      .getByRole('group', { name: /can be used instead/ })
      .getByRole('button', { name: 'Turn camera on' })
      .click()
    await seesCamera(mei, 'Hana Weber', 'fake_device_1')

    await plugs(hana, 'Fake Audio Input 1', false)
    await plugs(hana, 'Fake Default Audio Input', false)
    await hana.reads('Your microphone was unplugged and is off now.')
    await mei.tile('Hana Weber', 'microphone off').waitFor()
    await hearsNothing(mei.page)
  },
)

story(
  '[DEVICE-15] sound plays where it was chosen to play, whatever is plugged in, and else where the system plays',
  async (scene) => {
    const amara = await scene.visitor('Amara Okafor')
    const links = await amara.entersOwnRoom('Loud', 'Interactive')
    await amara.joinsStage()
    const hana = await scene.visitor('Hana Weber')
    await hana.opensLink(links.viewer)
    await hana.joinsStage()
    await hears(hana.page)
    const playsAt = async () =>
      await hana.page.evaluate(async () => {
        const all = await navigator.mediaDevices.enumerateDevices()
        const ids = [...document.querySelectorAll('audio')].map(({ sinkId }) => sinkId)
        return ids.map((id) =>
          id === '' ? 'the system' : all.find((each) => each.kind === 'audiooutput' && each.deviceId === id)?.label,
        )
      })
    const plugsAnything = async () =>
      await hana.page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')))
    await hana.presses('Settings')
    await expect.poll(() => shown(hana, 'Speaker')).toBe('System default')
    expect(await playsAt()).toEqual(['the system'])
    await menu(hana, 'Speaker').selectOption('Fake Audio Output 2')
    await expect.poll(playsAt).toEqual(['Fake Audio Output 2'])
    await plugsAnything()
    await hana.page.keyboard.press('Escape')
    // Who comes later is heard there too.
    await amara.presses('Leave stage')
    await amara.presses('Join stage')
    await amara.page.getByRole('dialog').getByRole('button', { name: 'Join stage', exact: true }).click()
    await hears(hana.page)
    expect(await playsAt()).toEqual(['Fake Audio Output 2'])
    await hana.presses('Settings')
    expect(await shown(hana, 'Speaker')).toBe('Fake Audio Output 2')
    await menu(hana, 'Speaker').selectOption('System default')
    await expect.poll(playsAt).toEqual(['the system'])
  },
)
