import { bringIn, spent, type Load } from './load.ts'
import { isInside } from '../../src/server/rehearse/room-client.ts'
import { Member } from './member.ts'

/** So many wait at the locked door of a room, until the host unlocks it. Gives how long the loop stood still at most, and until all are in. */
export async function unlock(load: Load, waiting: number) {
  const { server, host } = load
  await host.does({ type: 'lockRoom', on: true })
  const { members, refused } = await bringIn(load, waiting, async (place, who) => await Member.knock(place, who))
  if (members.length < waiting) throw new Error(`${refused.length} cannot wait, the first: ${refused[0]}`)
  const used = await spent(server, async () => {
    const inside = members.map(async (member) => await comesIn(member))
    await host.does({ type: 'lockRoom', on: false })
    await Promise.all(inside)
  })
  load.inside.push(...members)
  return {
    stall: used.stall,
    took: Math.round(used.took),
    serverCpu: used.serverCpu,
    loadCpu: Math.round(used.loadCpu),
  }
}

/** Who waits is shown the door anew now and then. */
async function comesIn(member: Member): Promise<void> {
  while (!isInside(await member.welcomed()));
}
