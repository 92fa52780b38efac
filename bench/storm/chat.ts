import { setTimeout as wait } from 'node:timers/promises'
import { spread } from '../spread.ts'
import { spent, type Load } from './load.ts'

// What is written is told in ticks; the next is to find the room at rest.
const REST = 2_500

/** The host writes so many messages to everybody. Gives how long each took to each of them, in ms, and its processor time. */
export async function writeToAll({ server, host, inside }: Load, many: number) {
  const times: number[] = []
  let [serverCpu, loadCpu] = [0, 0]
  for (let n = 0; n < many; n++) {
    const text = `To all, no. ${n}`
    const used = await spent(server, async () => {
      const started = performance.now()
      const heard = inside.map(
        async (member) =>
          await new Promise<void>((told) => {
            member.heard = (frame) => {
              if (!frame.includes(text)) return
              times.push(performance.now() - started)
              member.heard = () => {}
              told()
            }
          }),
      )
      await host.does({ type: 'write', text, to: null, reply: null, key: null })
      await Promise.all(heard)
    })
    serverCpu += used.serverCpu / many
    loadCpu += used.loadCpu / many
    await wait(REST)
  }
  return { ...spread(times), serverCpu: Math.round(serverCpu), loadCpu: Math.round(loadCpu) }
}
