import { expect } from 'vitest'
import { walkOf } from '../../test/server/conversion.ts'
import { brings } from '../support/content-files.ts'
import { companyStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const SECONDS = 40

const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Films', 'Webinar')
  const noor = await visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  return { hana, noor, links }
})

const player = ({ page }: Visitor) => page.getByRole('group', { name: 'Film Walk.mp4' })

/** Where the film is, in ms, and whether it plays. */
const course = async (who: Visitor) =>
  await player(who)
    .locator('video')
    .evaluate((video: HTMLVideoElement) => ({
      // Moved to one moment, for the two are not read at once.
      begun: Date.now() - video.currentTime * 1_000,
      at: video.currentTime * 1_000,
      plays: !video.paused && video.readyState > 2,
    }))

/** How far apart two see the film that plays, in ms. */
async function apart(one: Visitor, other: Visitor): Promise<number> {
  const [first, second] = await Promise.all([course(one), course(other)])
  return Math.abs(first.begun - second.begun)
}

story(
  '[PRESENT-6] [FILM-1] [FILM-2] a film plays, pauses and jumps for everybody at once, late-comers too',
  async ({ hana, noor, visitor, links }) => {
    await (await brings(hana, { name: 'Walk.mp4', mimeType: 'video/mp4', buffer: walkOf(SECONDS) })).click()
    for (const one of [hana, noor]) await expect.poll(async () => (await course(one)).plays).toBe(true)
    await expect.poll(async () => await apart(hana, noor)).toBeLessThan(150)
    expect(await noor.page.getByRole('button', { name: 'Pause for everybody' }).count()).toBe(0)
    expect(await player(noor).getByRole('slider', { name: 'Position' }).isDisabled()).toBe(true)

    await hana.presses('Pause for everybody')
    await expect.poll(async () => (await course(noor)).plays).toBe(false)
    const [mine, hers] = [await course(hana), await course(noor)]
    expect(Math.abs(mine.at - hers.at)).toBeLessThan(50)

    await player(hana).getByRole('slider', { name: 'Position' }).fill('20000')
    await player(hana).getByRole('slider', { name: 'Position' }).press('ArrowRight')
    await expect.poll(async () => Math.round((await course(noor)).at / 1_000)).toBeGreaterThanOrEqual(20)
    await hana.presses('Play for everybody')
    const mei = await visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await expect.poll(async () => (await course(mei)).plays).toBe(true)
    await expect.poll(async () => await apart(hana, mei)).toBeLessThan(150)
    expect((await course(mei)).at).toBeGreaterThan(20_000)

    // Captions that were brought for it are shown to who comes next.
    await hana.presses('Stop presenting')
    await hana.pressesTool('More')
    await hana.page.getByRole('menuitem', { name: 'Select a media' }).click()
    const captions = `WEBVTT\n\n00:00.000 --> 00:${SECONDS}.000\nAlong the harbour`
    await hana.page
      .locator('input[accept*=vtt]')
      .setInputFiles({ name: 'walk.vtt', mimeType: 'text/vtt', buffer: Buffer.from(captions) })
    await hana.page.getByRole('button', { name: 'Captions for Walk.mp4', pressed: true }).waitFor()
    await hana.presses('Present Walk.mp4')
    const cues = async () =>
      await player(noor)
        .locator('video')
        .evaluate((video: HTMLVideoElement) =>
          [...video.textTracks].flatMap(({ activeCues }) =>
            [...(activeCues ?? [])].map((cue) => Reflect.get(cue, 'text')),
          ),
        )
    await expect.poll(cues).toEqual(['Along the harbour'])

    // How loud it is, everybody chooses.
    await player(noor).getByRole('button', { name: 'Mute for myself' }).click()
    const volume = async (who: Visitor) =>
      await player(who)
        .locator('video')
        .evaluate((video: HTMLVideoElement) => video.volume)
    expect([await volume(noor), await volume(mei)]).toEqual([0, 1])
    await hana.presses('Stop presenting')
    await player(mei).waitFor({ state: 'detached' })
  },
)
