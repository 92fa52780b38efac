import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtLiveKit, startLiveKit } from '../../test/livekit.ts'

test('where a port that was free is taken when LiveKit comes to it, others are sought', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-engine-'))
  const binary = join(folder, 'livekit-server')
  const late = "echo 'listen tcp 127.0.0.1:7880: bind: address already in use'"
  const script = `#!/bin/sh\ncd ${folder}\n[ -e tried ] && exec ${builtLiveKit()}\ntouch tried\n${late}\n`
  writeFileSync(binary, script, { mode: 0o755 })
  const livekit = await startLiveKit(binary)
  expect(await livekit.rooms()).toEqual([])
  await livekit.stop()
  rmSync(folder, { recursive: true })
})
