import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openScene, type Scene } from '../../../test/server/app-server.ts'
import { account, inStore, makesRoom } from '../../../test/server/members.ts'
import { Outbox } from '../../../test/server/outbox.ts'
import type { Browser } from '../../../test/server/browser.ts'
import { AdminPeople } from '../../protocol/accounts.ts'

const SO_MANY = 5_000
const NAMES = ['Åsa', 'Zoë', 'Mei', 'Ñandu', 'Nz', 'amara', '陽子']

/** Adds very many accounts behind the server's back. */
function fill(scene: Scene): void {
  const db = new DatabaseSync(join(scene.folder, 'rostrum.db'), { timeout: 5_000 })
  const add = db.prepare(
    "INSERT INTO accounts (id, name, email, createdAt, updatedAt) VALUES (?, ?, ?, '2026-01-01', '2026-01-01')",
  )
  db.exec('BEGIN')
  for (let n = 0; n < SO_MANY; n += 1)
    add.run(`id ${(n * 7_919) % SO_MANY}`, `${NAMES[n % NAMES.length]} ${n}`, `n${n}@example.org`)
  db.exec('COMMIT')
  db.close()
}

const page = async (admin: Browser, asked: Record<string, string>) =>
  v.parse(AdminPeople, (await admin.get(`/api/admin/people?${new URLSearchParams(asked).toString()}`)).body)

test('[ACCOUNT-21] five thousand people are listed by name, each once, while others come and go', async () => {
  const scene = await openScene()
  const { admin } = await Outbox.of(scene)
  fill(scene)
  const seen: string[] = []
  let pages = 0
  for (let after: string | null = ''; after !== null; pages += 1) {
    const { people, next }: AdminPeople = await page(admin, { language: 'es', after })
    seen.push(...people.map(({ name }) => name))
    after = next
    if (pages !== 3) continue
    inStore(scene, 'DELETE FROM accounts WHERE name = ?', people.at(-1)?.name ?? '')
    inStore(scene, "UPDATE accounts SET id = 'aaa', name = 'Aaron' WHERE name = ?", people[0]?.name ?? '')
  }
  expect(pages).toBe(Math.ceil((SO_MANY + 1) / 100))
  expect(new Set(seen).size).toBe(SO_MANY + 1)
  const { compare } = new Intl.Collator('es', { numeric: true })
  expect(seen).toEqual(seen.toSorted(compare))
}, 30_000)

test('[ACCOUNT-21] somebody is found among them, with what there is to know of them', async () => {
  const scene = await openScene()
  const { admin } = await Outbox.of(scene)
  fill(scene)
  await makesRoom(await account(scene, { name: 'Oyvind Ångström' }))
  const found = await page(admin, { search: 'angstrom', language: 'de' })
  expect(found).toMatchObject({ people: [{ name: 'Oyvind Ångström', role: 'member', rooms: 1 }], next: null })
  expect((await page(admin, { search: 'n4999@' })).people).toHaveLength(1)
  expect(await page(admin, { search: 'nobody of this name' })).toEqual({ people: [], next: null })
})

test('[ACCOUNT-21] a cursor or a language that somebody has made up gives the beginning', async () => {
  const scene = await openScene()
  const { admin } = await Outbox.of(scene)
  for (const after of ['x', 'e30', Buffer.from('[1]').toString('base64url'), 'x'.repeat(5_000)])
    expect((await page(admin, { after, language: 'tlh' })).people, after).toHaveLength(1)
})
