import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { OwnerProcess } from '../../test/rooms/owner-process.ts'
import { newFolder } from '../../test/server/app-server.ts'
import { sharedBrowser } from '../support/browser.ts'
import { Visitor } from '../support/visitor.ts'

const DIST = join(import.meta.dirname, '../../dist')

/** One address before two processes: new connections go to the one that was chosen last. */
async function balancer(first: OwnerProcess) {
  let to = new URL(first.url)
  const open = new Set<Socket>()
  const server = createServer((from) => {
    const on = connect(Number(to.port), to.hostname)
    for (const socket of [from, on]) open.add(socket.on('error', () => {}).on('close', () => open.delete(socket)))
    from.pipe(on).pipe(from)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const socket of open) socket.destroy()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : null
  return { url: `http://127.0.0.1:${port}`, sendsTo: (owner: OwnerProcess) => (to = new URL(owner.url)) }
}

test('[OWNER-2] pages of a process that was stopped come by themselves to the one that has taken the room, and nothing is doubled or lost', async () => {
  const folder = newFolder()
  const first = await OwnerProcess.start(folder, 'stands', DIST)
  const second = await OwnerProcess.start(folder, 'stands', DIST)
  const { url, sendsTo } = await balancer(first)
  const browser = await sharedBrowser()
  const comes = async (name: string) => {
    const visitor = await Visitor.come(browser, url, name)
    onTestFinished(async () => await visitor.close())
    return visitor
  }
  const hana = await comes('Hana Weber')
  const { viewer } = await hana.hostsRoom('Moved', 'Interactive')
  await writes(hana, 'Before')
  const room = new URL(hana.page.url()).pathname.split('/')[2]
  await first.stop()
  sendsTo(second)
  const asksSecond = async () => (await fetch(`${second.url}/api/rooms/${room}`)).status
  await expect.poll(asksSecond, { timeout: 30_000 }).toBe(200)
  first.wake()

  const noor = await comes('Noor Rahimi')
  await noor.comesToWatch(`${url}${new URL(viewer).pathname}`)
  await writes(noor, 'Hello')
  await log(hana).getByText('Hello', { exact: true }).waitFor()
  await writes(hana, 'After')
  for (const who of [noor, hana]) {
    await log(who).getByText('After', { exact: true }).waitFor()
    for (const text of ['Before', 'Hello', 'After'])
      expect(await log(who).getByText(text, { exact: true }).count(), text).toBe(1)
  }
  expect(first.appends).not.toContain('append stored')
}, 90_000)

const log = (who: Visitor) => who.panel().getByRole('log', { name: 'Messages' })

async function writes(who: Visitor, text: string): Promise<void> {
  await who.page.getByRole('tab', { name: /^Chat/ }).click()
  await who.types('Write to everyone', text)
  await who.page.keyboard.press('Enter')
  await log(who).getByText(text, { exact: true }).waitFor()
}
