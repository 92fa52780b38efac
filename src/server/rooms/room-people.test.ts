import { expect, test } from 'vitest'
import { hana, noor } from '../../../test/rules/people.ts'
import { newFolder } from '../../../test/server/app-server.ts'
import { harbour, host, link } from '../../../test/store/store.contract.ts'
import { memoryStore } from '../../../test/store/store.memory.ts'
import { openSqlite } from '../store/store.sqlite.ts'
import type { Store } from '../store/store.ts'
import { RoomPeople } from './room-people.ts'

const NOORS = { ...noor, room: harbour.id, key: 'noors', lowered: false, seenAt: 1 }
const alias = 'alias'.padEnd(22, '_')

/** The people of a room, of whom Noor is one. */
async function given(store: Store) {
  await store.createRoom(harbour, host, [link])
  await store.own(harbour.id, hana.id, await store.owner(harbour.id))
  const people = new RoomPeople({ room: harbour.id, token: 1 }, store)
  await people.put(NOORS)
  return people
}

test('[KEEP-6] who is being forgotten is not kept again by what was asked a moment before', async () => {
  const store = openSqlite(newFolder())
  const people = await given(store)
  const [looking, forgetting] = [people.byKey(NOORS.key), people.forget(noor.id, alias)]
  const known = await looking
  const putting = people.put({ ...NOORS, ...known, name: 'Nora' })
  const renaming = people.rename(noor.id, 'Norah')
  expect(await Promise.all([forgetting, putting, renaming])).toEqual(['stored', 'no-entry', 'no-entry'])
  expect([await people.byId(noor.id), await people.byKey(NOORS.key)]).toEqual([null, null])
  expect(await store.personByKey(harbour.id, NOORS.key)).toBeNull()
  await store.close()
})

test('[KEEP-6] who could not be forgotten is who they were', async () => {
  const store = memoryStore()
  const people = await given(store)
  store.full = true
  expect(await people.forget(noor.id, alias)).toBe('disk-full')
  store.down = true
  await expect(people.forget(noor.id, alias)).rejects.toThrow('The disk is gone.')
  Object.assign(store, { full: false, down: false })
  expect(await people.rename(noor.id, 'Nora')).toBeNull()
  expect(await people.byKey(NOORS.key)).toMatchObject({ name: 'Nora' })
})

test('[REHEARSE-4] of a bot that came by a link and never joined nothing stays either', async () => {
  const people = await given(memoryStore())
  await people.put({ ...NOORS, id: 'bot'.padEnd(22, '_'), key: 'bot', bot: true })
  people.forgetBots()
  expect(await people.byKey('bot')).toBeNull()
  expect(await people.byKey(NOORS.key)).not.toBeNull()
})
