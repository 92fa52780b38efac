/**
 * How fast this machine is at this hour: what a join costs a bare `ws` server, which is what the other figures are measured by when they
 * are compared with those of another day. Prints JSON. `node bench/pace.ts [people]`, 2,000 by default.
 */
import { print, reportOf, rowOf } from './report.ts'
import { rounded } from './spread.ts'
import { bareCrowd } from './storm/crowd.ts'
import { begin, bringIn, spent } from './storm/load.ts'
import { LoadedServer } from './storm/server.ts'

const people = Number(process.argv[2] ?? 2_000)
const server = await LoadedServer.bare()
const load = await begin(server, bareCrowd(people + 1))
const { took, serverCpu } = await spent(server, async () => {
  await bringIn(load, people)
})
await server.stop()
print(
  reportOf('pace', [
    rowOf('processor time of a join at the bare server', 'ms', { value: rounded(serverCpu / people, 3) }),
    rowOf('… and of the clock, over all', 'ms', { value: rounded(took / people, 3) }),
  ]),
)
process.exit(0)
