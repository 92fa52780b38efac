import { expect, test } from 'vitest'
import { newFolder } from '../../../test/server/app-server.ts'
import { PROGRAMS } from '../../../test/server/conversion.ts'
import { runBoxed } from './box.ts'

/** What a shell says line by line, as far as it is handed on. */
async function saidBy(script: string): Promise<string[]> {
  const lines: string[] = []
  const limits = { memory: 2e9, file: 1e9, whole: 60_000, silent: 60_000 }
  const { signal } = new AbortController()
  const onLine = (line: string) => lines.push(line)
  await runBoxed(
    { program: '/bin/sh', args: ['-c', script], folder: newFolder(), limits, signal, onLine },
    { ...PROGRAMS, unshare: null },
  )
  return lines
}

test('[CONVERT-3] a program is heard line by line, in whatever pieces it comes', async () => {
  expect(await saidBy(`printf 'one\\ntwo\\n\\nfo'; printf 'ur\\nnot ended'`)).toEqual(['one', 'two', '', 'four'])
})

test('[CONVERT-3] of a line that is longer than any text can be nothing is kept, and the next is heard', async () => {
  expect(await saidBy('echo one; head -c 600000000 /dev/zero; echo; echo two')).toEqual(['one', 'two'])
}, 60_000)
