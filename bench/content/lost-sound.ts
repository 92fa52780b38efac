import type { Page } from 'playwright-core'

type Heard = { samples: number; concealed: number; frozen: number }

/** What a page has heard and seen since it came, whose connections are watched: samples, those of them that it had to make up, and seconds without a picture. */
async function heard(page: Page): Promise<Heard> {
  return await page.evaluate(async () => {
    const sum = { samples: 0, concealed: 0, frozen: 0 }
    for (const connection of Reflect.get(window, 'connections') as RTCPeerConnection[])
      (await connection.getStats()).forEach((stats) => {
        if (stats.type !== 'inbound-rtp') return
        sum.samples += stats.totalSamplesReceived ?? 0
        // What is made up in a pause is heard by nobody.
        sum.concealed += (stats.concealedSamples ?? 0) - (stats.silentConcealedSamples ?? 0)
        sum.frozen += stats.totalFreezesDuration ?? 0
      })
    return sum
  })
}

/** How much of the sound was made up, in thousandths, and for how many ms in a minute pictures stood still, while something was done. */
export async function lostWhile(page: Page, what: () => Promise<unknown>): Promise<{ sound: number; frozen: number }> {
  const [before, began] = [await heard(page), performance.now()]
  await what()
  const [after, took] = [await heard(page), performance.now() - began]
  if (after.samples === before.samples) throw new Error('nothing was heard at all')
  return {
    sound: (1_000 * (after.concealed - before.concealed)) / (after.samples - before.samples),
    frozen: (1_000 * (after.frozen - before.frozen)) / (took / 60_000),
  }
}
