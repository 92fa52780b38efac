import { expect } from 'vitest'
import type { Links } from '../../src/protocol/http.ts'
import { Attacker, type Sent } from './attacker.ts'
import { hears, hearsNothing, seesMoving } from '../support/media-checks.ts'
import { companyStories, type Scene } from '../support/story.ts'
import { extrasInside } from '../support/socket-participants.ts'
import type { Visitor } from '../support/visitor.ts'

const ON_STAGE = { type: 'goOnStage', microphone: true, camera: true } as const

/** Hana runs the room, and Mei watches. */
const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Under attack', 'Webinar')
  const mei = await visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  return { hana, mei, links }
})

/** Somebody who comes by the viewer link, and has no page of ours; of another name in each story, for a name is kept. Gives the id too. */
async function attacks({ url, visitor, links }: Scene & { links: Links }, name: string) {
  const one = await visitor(name, { bypassCSP: true })
  await one.opensLink(links.viewer)
  const attacker = await Attacker.of(one, url)
  return { attacker, id: await attacker.joins() }
}

async function nobodyNotices(...witnesses: Visitor[]): Promise<void> {
  for (const one of witnesses) {
    await hearsNothing(one.page)
    expect(await one.tile('Eve Stone').count()).toBe(0)
    expect(await one.screen('Eve Stone').count()).toBe(0)
  }
}

story('[MEDIA-1] [MEDIA-5] nothing that a viewer sends to the engine by itself gets through', async (scene) => {
  const { hana, mei } = scene
  const { attacker: eve, id } = await attacks(scene, 'Eve Stone')
  expect(await eve.enters(await eve.ticket())).not.toBeNull()
  for (const what of ['microphone', 'camera', 'screen', 'sound as screen'] as const) await eve.sends(what)
  await nobodyNotices(hana, mei)

  // A token from before the demotion.
  await hana.chooses('Invite to stage', 'Eve Stone')
  await eve.caller.told('invited')
  await eve.caller.does(ON_STAGE)
  const token = await eve.enters(await eve.ticket())
  await eve.sends('microphone')
  await eve.sends('camera')
  await hears(mei.page)
  await seesMoving(mei.page, 'Eve Stone')
  // On stage, and still not permitted to share.
  await eve.sends('screen')
  await eve.sends('sound as screen sound')
  expect(await eve.caller.asks({ type: 'startShare', sound: true, instead: null })).toBe('not-permitted')
  expect(await eve.sent()).toEqual(['camera', 'microphone'])
  await hana.choosesIn('On stage', 'Remove from stage', 'Eve Stone')
  await nobodyNotices(hana, mei)
  await eve.unmutes()
  await eve.sends('microphone')
  await nobodyNotices(mei)
  expect(await eve.enters(token ?? '')).not.toBeNull()
  await eve.sends('microphone')
  await eve.sends('camera')
  await nobodyNotices(hana, mei)

  await hana.chooses('Remove from room', 'Eve Stone')
  await hana.page.getByRole('alertdialog').getByRole('button', { name: 'Remove for this session' }).click()
  await eve.caller.told('removed')
  expect(await eve.enters(token ?? '')).toBeNull()
  expect(await eve.ticket()).toBe('')
  expect(await eve.caller.asks({ type: 'join', page: eve.caller.page })).toBe('removed')
  await nobodyNotices(mei)
  expect(id).not.toBe('')
})

const LABELS: Sent[] = ['microphone', 'sound as screen sound', 'sound as screen', 'sound as camera']

story('[LOCK-1] [MEDIA-3] a locked microphone stays silent, whatever its sound is called', async (scene) => {
  const { hana, mei } = scene
  const { attacker: eve } = await attacks(scene, 'Iva Stone')
  await hana.chooses('Invite to stage', 'Iva Stone')
  await eve.caller.told('invited')
  await eve.caller.does(ON_STAGE)
  await eve.enters(await eve.ticket())
  await eve.sends('microphone')
  await hears(mei.page)

  await hana.choosesIn('On stage', 'Lock microphone', 'Iva Stone')
  await hearsNothing(mei.page)
  expect(await eve.caller.asks({ type: 'turnMicrophone', on: true })).toBe('microphone-locked')
  await eve.unmutes()
  await hearsNothing(mei.page)
  for (const label of LABELS) {
    await eve.sends(label)
    await hearsNothing(mei.page)
  }
  // The last one is a camera by its label and a sound by its kind: the engine took it, and the room did not.
  expect((await eve.caller.told('leftStage')).why).toBe('foul')
  await mei.tile('Iva Stone').waitFor({ state: 'detached' })
  await hearsNothing(hana.page)
  await eve.caller.does({ type: 'leave' })
})

story(
  '[ROLE-2] [HAND-6] a viewer answers nobody’s request, moves nobody’s hand and gives itself nothing',
  async (scene) => {
    const { hana, links } = scene
    const { attacker: eve, id } = await attacks(scene, 'Uma Stone')
    await hana.setsAccess('Join by request')
    const asking = await extrasInside(links.viewer, ['Amara Okafor', 'Leila Haddad'])
    for (const one of asking) await one.does({ type: 'raiseHand' })
    await hana.group('Raised hands').getByText('Leila Haddad').waitFor()
    const { heads } = (await eve.caller.frame('audience', ({ audience }) => audience.hands === 2)).audience
    const [amara = '', leila = ''] = heads.map(({ person }) => person)
    for (const person of [amara, leila, id])
      for (const type of ['invite', 'bringOn', 'holdBackstage', 'declineRequest', 'removeFromStage', 'admit'] as const)
        expect(await eve.caller.asks({ type, person })).toBe('not-allowed')
    expect(await eve.caller.asks({ type: 'moveHand', person: leila, before: amara })).toBe('not-allowed')
    expect(await eve.caller.asks({ type: 'lowerHand', person: amara })).toBe('not-allowed')
    expect(await eve.caller.asks({ type: 'setRole', person: id, role: 'moderator' })).toBe('not-allowed')
    expect(await eve.caller.asks({ type: 'clearHands' })).toBe('not-allowed')
    expect(await eve.caller.asks({ type: 'startShare', sound: false, instead: null })).toBe('not-permitted')
    expect(await eve.caller.asks(ON_STAGE)).toBe('ask-first')
    const rows = hana.group('Raised hands').locator('li bdi')
    expect(await rows.allTextContents()).toEqual(['Amara Okafor', 'Leila Haddad'])
    for (const one of [...asking, eve.caller]) await one.does({ type: 'leave' })
    await hana.setsAccess('Invite only')
  },
)

story('[BACKSTAGE-1] [MEDIA-6] backstage is closed to who asks the engine itself', async (scene) => {
  const { hana, links } = scene
  const { attacker: eve } = await attacks(scene, 'Ada Stone')
  await eve.enters(await eve.ticket())
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  await hana.chooses('Hold backstage', 'Noor Rahimi')
  await noor.acceptsInvitation()
  await noor.reads('You are backstage')
  const viewers = await eve.caller.finds({ type: 'viewers', language: 'en', search: 'Noor', from: 0, limit: 1 })
  if (typeof viewers === 'string' || viewers.type !== 'viewers') throw new Error('Noor was not found')
  expect(viewers.rows).toMatchObject([{ place: 'viewer', microphone: false, camera: false }])
  const person = viewers.rows[0]?.id ?? ''
  expect(await eve.receives(person)).toBe(0)
  await seesMoving(hana.page, 'Noor Rahimi')
  await hana.presses('Listen to Noor Rahimi')
  await hears(hana.page)
  expect(await eve.receives(person)).toBe(0)
  await hana.presses('Bring on now')
  await expect.poll(async () => await eve.receives(person), { timeout: 10_000 }).toBe(2)
  await noor.presses('Leave stage')
  await eve.caller.does({ type: 'leave' })
})

story('[BACKSTAGE-1] [MEDIA-6] who is backstage reaches nobody outside, not even a friend', async (scene) => {
  const { hana, mei } = scene
  const { attacker: eve, id } = await attacks(scene, 'Ida Stone')
  const { attacker: max } = await attacks(scene, 'Max Stone')
  await max.enters(await max.ticket())

  await eve.enters(await eve.ticket())
  await eve.offersToEverybody()
  await hana.chooses('Hold backstage', 'Ida Stone')
  await eve.caller.told('invited')
  await eve.caller.does(ON_STAGE)
  await eve.isLet()
  for (const what of ['microphone', 'camera'] as const) await eve.sends(what)
  await seesMoving(hana.page, 'Ida Stone')
  await eve.offersToEverybody()
  await hana.presses('Listen to Ida Stone')
  await hears(hana.page)
  expect(await max.receives(id)).toBe(0)
  // A newcomer to the engine, and one who comes back to it, begin anew.
  await eve.enters(await eve.ticket())
  for (const what of ['microphone', 'camera'] as const) await eve.sends(what)
  await eve.offersToEverybody()
  await max.enters(await max.ticket())
  await seesMoving(hana.page, 'Ida Stone')
  await hearsNothing(mei.page)
  expect(await mei.page.locator('video').count()).toBe(0)
  expect(await max.receives(id)).toBe(0)

  await hana.presses('Bring on now')
  await seesMoving(mei.page, 'Ida Stone')
  await hears(mei.page)
  await expect.poll(async () => await max.receives(id), { timeout: 10_000 }).toBe(2)
  for (const one of [eve, max]) await one.caller.does({ type: 'leave' })
})
