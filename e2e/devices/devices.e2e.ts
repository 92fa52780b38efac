import { expect } from 'vitest'
import { openShell } from '../support/browser.ts'
import { asked, lights, notesDevices, notesWhatIsSent, sent } from '../support/device-recorder.ts'
import { hears, hearsNothing, longestGap, seesMoving, until } from '../support/media-checks.ts'
import { PHONE, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()
const blocked = stories({
  browser: () => openShell('fake', undefined, ['--autoplay-policy=document-user-activation-required']),
})

/** The parts of the page that are about devices, as far as they were loaded. */
async function loaded({ page }: Visitor): Promise<string[]> {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  return names.filter((name) => /SetDevices|noise|rnnoise|background|vision|link-watch|test-sound/i.test(name))
}

/** The system, or a switch of its own, silences the newest open microphone, or gives it back: browsers tell both so. */
async function silences({ page }: Visitor, isSilent: boolean): Promise<void> {
  await page.evaluate((muted) => {
    const given: MediaStreamTrack[] = Reflect.get(window, 'given')
    const microphone = given.findLast(({ kind, readyState }) => kind === 'audio' && readyState === 'live')
    if (!microphone) throw new Error('no microphone is open')
    Object.defineProperty(microphone, 'muted', { configurable: true, value: muted })
    microphone.dispatchEvent(new Event(muted ? 'mute' : 'unmute'))
  }, isSilent)
}

story(
  '[DEVICE-1] nothing about devices is asked, listed or loaded before the press, at the door and in an invitation',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.entersOwnRoom('Not asked', 'Interactive')
    await hana.joinsStage()
    await hana.sets('Stage access', 'Invite only')
    const mei = await scene.visitor('Mei Tanaka')
    await notesDevices(mei)
    await mei.comesToWatch(links.viewer)
    await seesMoving(mei.page, 'Hana Weber')
    await mei.presses('Raise hand')
    await hana.choosesIn('Viewers', 'Invite to stage', 'Mei Tanaka')
    const join = mei.page.getByRole('dialog').getByRole('button', { name: 'Join Stage', exact: true })
    await join.waitFor()
    await mei.reads(/Nobody sees or hears you before you press it again/)
    expect(await asked(mei)).toEqual([])
    expect(await loaded(mei)).toEqual([])
    await mei.presses('Set devices')
    await mei.page.getByRole('dialog').locator('video').waitFor()
    expect(await asked(mei)).toContain('getUserMedia')
    // The words beside the answers are those of the press that comes next.
    await mei.reads('Nobody sees or hears you before you press Join Stage.')
    expect(await mei.button('Set devices').count()).toBe(0)
    await join.click()
    await seesMoving(hana.page, 'Mei Tanaka')
  },
)

story(
  '[DEVICE-3] [DEVICE-5] a microphone changes without a gap, twenty times at once too, and its own switch is seen by all',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    await notesDevices(hana)
    await notesWhatIsSent(hana)
    const links = await hana.entersOwnRoom('Devices', 'Interactive')
    await hana.joinsStage()
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await hears(mei.page)

    await hana.presses('Settings')
    const microphones = hana.page.getByLabel('Microphone', { exact: true })
    const cameras = hana.page.getByLabel('Camera', { exact: true })
    await microphones.locator('option').nth(1).waitFor({ state: 'attached' })
    // A busy machine stutters by itself: what counts is what the change adds.
    const usual = await longestGap(mei.page, async () => {})
    const gap = await longestGap(mei.page, async () => {
      await microphones.selectOption({ index: 1 })
    })
    expect(gap).toBeLessThanOrEqual(usual + 150)
    for (let n = 0; n < 20; n++) {
      await microphones.selectOption({ index: n % 2 })
      await cameras.selectOption({ index: (n + 1) % 2 })
    }
    await hears(mei.page)
    await seesMoving(mei.page, 'Hana Weber')
    // The last of each is what is sent, and nothing else is open but what measures the microphone.
    const last = ['audio Fake Audio Input 1', 'video fake_device_0']
    await expect.poll(() => sent(hana)).toEqual(last)
    await expect.poll(async () => (await lights(hana)).toSorted()).toEqual(['audio Fake Audio Input 1', ...last])
    expect(await microphones.locator('option:checked').textContent()).toBe('Fake Audio Input 1')

    // A store that is full: what is chosen holds for now, and is said to be forgotten.
    await hana.page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('', 'QuotaExceededError')
      }
    })
    await microphones.selectOption({ index: 1 })
    await hana.reads('This browser keeps nothing for this page')
    await hears(mei.page)
    await hana.page.keyboard.press('Escape')

    await silences(hana, true)
    await hana.reads('Your microphone gives no sound: its own switch or your system mutes it.')
    await mei.tile('Hana Weber', 'microphone off').waitFor()
    await hana.pressesTool('Turn microphone on')
    await mei.tile('Hana Weber', 'microphone off').waitFor()
    await silences(hana, false)
    await hearsNothing(mei.page)
    await hana.pressesTool('Turn microphone on')
    await hears(mei.page)
  },
)

story('[DEVICE-4] a call or a locked screen mutes a phone, and it comes back muted', async (scene) => {
  const noor = await scene.visitor('Noor Rahimi', PHONE)
  const links = await noor.hostsRoom('A call comes in', 'Interactive')
  await noor.presses('Join stage')
  await noor.page.getByRole('dialog').locator('video').waitFor()
  await noor.page.getByRole('dialog').getByRole('button', { name: 'Join stage', exact: true }).click()
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await hears(mei.page)
  const turns = async (state: string) =>
    await noor.page.evaluate((to) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: to })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await turns('hidden')
  await hearsNothing(mei.page)
  await mei.tile('Noor Rahimi', 'microphone off, camera off').waitFor()
  await turns('visible')
  await noor.reads('You were away, so you are muted.')
  await hearsNothing(mei.page)
  await noor.pressesTool('Turn microphone on')
  await hears(mei.page)
})

story(
  '[DEVICE-2] [DEVICE-6] everything that keeps a device away is named, and a camera alone is a way to join',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    // A machine has one trouble at a time, so the browser's own words for each are put in place by hand.
    await hana.page.addInitScript(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = async (wish) => {
        const { name, message, isAll } = Reflect.get(window, 'trouble')
        if (wish?.audio || isAll) throw new DOMException(message, name)
        return await real(wish)
      }
    })
    const links = await hana.entersOwnRoom('Troubles', 'Interactive')
    await hana.heading('Set devices').waitFor()
    const troubles = [
      ['NotAllowedError', 'Permission dismissed', 'The browser’s question about your camera was closed.'],
      ['NotAllowedError', 'Permission denied by system', 'Your system does not let the browser use the microphone.'],
      [
        'NotAllowedError',
        'Permission denied',
        'The browser may not use your camera. Press the sign before the address',
      ],
      ['NotReadableError', '', 'Your microphone is used by another program.'],
      ['NotFoundError', '', 'No camera is connected.'],
      ['InvalidStateError', '', 'Your microphone did not start.'],
    ] as const
    for (const [name, message, sentence] of troubles) {
      await hana.page.evaluate((trouble) => Object.assign(window, { trouble }), { name, message, isAll: true })
      await hana.button('Try again').or(hana.button('Join stage')).first().click()
      await hana.reads(sentence)
      await hana.button('Try again').waitFor()
      await hana.button('Join as viewer').waitFor()
    }
    await hana.page.evaluate(() =>
      Object.defineProperty(window, 'isSecureContext', { configurable: true, value: false }),
    )
    await hana.presses('Try again')
    await hana.reads('Browsers give a page the camera only over HTTPS.')
    await hana.page.evaluate(() => {
      Object.defineProperty(window, 'isSecureContext', { value: true })
      Object.assign(window, { trouble: { name: 'NotFoundError', message: '', isAll: false } })
    })
    await hana.presses('Try again')
    await hana.reads('No microphone is connected.')
    await hana.presses('Join stage')
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await mei.tile('Hana Weber', 'microphone off, camera on').waitFor()
    await seesMoving(mei.page, 'Hana Weber')

    // A page around the room that keeps the devices to itself.
    const room = hana.page.url()
    await hana.page.goto(`${scene.url}/nowhere`)
    await hana.page.evaluate((src) => {
      const frame = document.createElement('iframe')
      Object.assign(frame, { src, allow: "camera 'none'; microphone 'none'", width: '1000', height: '700' })
      document.body.replaceChildren(frame)
    }, room)
    const frame = hana.page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Leave stage' }).click()
    await frame.getByRole('button', { name: 'Join stage' }).click()
    await frame.getByText('The page around this room does not pass the camera on.').first().waitFor()
  },
)

story('[DEVICE-10] a question that was closed is not followed by another one', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  await hana.page.addInitScript(() => {
    const questions: string[] = []
    Object.assign(window, { questions })
    navigator.mediaDevices.getUserMedia = async (wish) => {
      questions.push(Object.keys(wish ?? {}).join(' and '))
      throw new DOMException('Permission dismissed', 'NotAllowedError')
    }
  })
  await hana.entersOwnRoom('One question', 'Interactive')
  await hana.presses('Join stage')
  await hana.reads('The browser’s question about your camera was closed.')
  await hana.reads('The browser’s question about your microphone was closed.')
  const questions = async () => await hana.page.evaluate(() => Reflect.get(window, 'questions'))
  expect(await questions()).toEqual(['audio and video'])
  await hana.presses('Try again')
  await expect.poll(questions).toEqual(['audio and video', 'audio and video'])
})

blocked('sound that the browser holds back starts with one press', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.entersOwnRoom('Silent page', 'Interactive')
  await hana.joinsStage()
  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  // Who comes back without a press has not allowed any sound yet; whatever looks through Playwright counts as a press.
  const eyes = await mei.context.newCDPSession(mei.page)
  await mei.page.reload({ waitUntil: 'commit' })
  await until('a button to start sound', async () => {
    const { result } = await eyes.send('Runtime.evaluate', { expression: 'document.body.innerText' })
    return String(result.value).includes('Start sound')
  })
  const place = await eyes.send('Runtime.evaluate', {
    expression: `[...document.querySelectorAll('button')].find((each) => each.innerText === 'Start sound').getBoundingClientRect().toJSON()`,
    returnByValue: true,
  })
  const { x, y, width, height } = place.result.value
  await mei.page.mouse.click(x + width / 2, y + height / 2)
  await mei.button('Start sound').waitFor({ state: 'detached' })
  await hears(mei.page)
})

story('[DEVICE-9] a browser too old for a room is told so, in the reader’s language', async (scene) => {
  const mei = await scene.visitor('Mei Tanaka', { locale: 'de-DE' })
  await mei.page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toSorted'))
  await mei.page.goto(scene.url)
  const words = mei.page.getByText('ist dieser Browser zu alt dafür')
  await words.waitFor({ state: 'visible', timeout: 3_000 })
  expect(await mei.page.getByText('too old').count()).toBe(0)
  expect(await mei.button('Raum öffnen').count()).toBe(0)
})
