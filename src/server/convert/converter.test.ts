import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { film as filmOf } from '../../../test/rules/content-files.ts'
import { newFolder } from '../../../test/server/app-server.ts'
import { Conversion, pdfOf, PROGRAMS } from '../../../test/server/conversion.ts'
import { runBoxed } from './box.ts'
import { openConverter } from './converter.ts'
import { FairQueue } from './fair-queue.ts'

const PATIENT = 120_000

test('[CONVERT-2] one at a time, and the rooms take turns', async () => {
  const queue = new FairQueue()
  const done: string[] = []
  let running = 0
  const work = (name: string) => async () => {
    expect(++running).toBe(1)
    await Promise.resolve()
    done.push(name)
    running--
  }
  await Promise.all([
    ...['a1', 'a2', 'a3'].map((name) => queue.run('a', work(name))),
    ...['b1', 'b2'].map((name) => queue.run('b', work(name))),
    queue.run('c', work('c1')),
  ])
  expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2'])
})

test(
  '[CONVERT-2] a conversion is aborted while it runs and while it waits, and leaves nothing',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const [running, waiting] = [new AbortController(), new AbortController()]
    const pdf = await pdfOf(Array.from({ length: 200 }, String))
    const first = conversion.convert(pdf, { signal: running.signal })
    const second = conversion.convert(pdf, { signal: waiting.signal })
    waiting.abort()
    await expect.poll(() => conversion.pages.length, { timeout: PATIENT }).toBeGreaterThan(0)
    running.abort()
    for (const each of [first, second]) expect(await each).toEqual({ kind: 'refused', reason: 'aborted' })
    expect(existsSync(conversion.out)).toBe(false)
    expect(readdirSync(join(conversion.folder, 'work'))).toEqual([])
  },
)

test('[CONVERT-2] a film that takes long holds up no slides', { timeout: PATIENT }, async () => {
  const folder = newFolder()
  const slow = join(folder, 'ffprobe')
  writeFileSync(slow, '#!/bin/sh\nexec sleep 100\n', { mode: 0o755 })
  await using conversion = new Conversion({ programs: { ...PROGRAMS, ffmpeg: slow, ffprobe: slow } })
  const converter = await conversion.converter()
  const [film, slides] = [join(folder, 'film'), join(folder, 'slides')]
  writeFileSync(film, filmOf(2_000))
  writeFileSync(slides, await pdfOf(['One']))
  const ending = new AbortController()
  const { signal } = ending
  const taking = converter.convert({ room: 'harbour', source: film, out: join(folder, 'out') }, { signal })
  const drawn = await converter.convert({ room: 'station', source: slides, out: join(folder, 'drawn') })
  expect(drawn).toMatchObject({ kind: 'pages' })
  ending.abort()
  expect(await taking).toEqual({ kind: 'refused', reason: 'aborted' })
})

test(
  '[CONVERT-3] paths may begin where the server stands, though what reads a file stands elsewhere',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const here = (name: string) => relative('.', join(conversion.folder, name))
    writeFileSync(here('source'), await pdfOf(['One']))
    const log = pino({ level: 'silent' })
    const converter = await openConverter({ folder: here('work'), log, free: 0 })
    const converted = await converter.convert({ room: 'harbour', source: here('source'), out: here('out') })
    expect(converted).toMatchObject({ kind: 'pages', pages: [{ number: 1 }] })
    expect(readdirSync(here('out'))).toContain('1-640.webp')
    await converter.close()
  },
)

test('[CONVERT-4] a disk without room is said before anything is done', async () => {
  await using conversion = new Conversion({ free: Number.MAX_SAFE_INTEGER })
  expect(await conversion.convert(await pdfOf(['One']))).toEqual({ kind: 'refused', reason: 'disk-full' })
})

test('[CONVERT-3] a reader of ours has no network, no other file and no program', { timeout: PATIENT }, async () => {
  await using conversion = new Conversion()
  const script = join(conversion.folder, 'tries.mjs')
  writeFileSync(
    script,
    `import { readFileSync } from 'node:fs'
    import { connect } from 'node:net'
    import { lookup } from 'node:dns/promises'
    const tries = {
      file: () => readFileSync('/etc/hostname'),
      program: async () => (await import('node:child_process')).execFileSync('true'),
      network: () => new Promise((_, refuse) => connect(80, '127.0.0.1').on('error', refuse)),
      names: () => lookup('localhost'),
    }
    for (const [name, attempt] of Object.entries(tries))
      try { await attempt(); console.log(name, 'may') } catch ({ code }) { console.log(name, code) }`,
  )
  const lines: string[] = []
  const ended = await runBoxed(
    {
      program: process.execPath,
      args: ['--permission', '--allow-addons', `--allow-fs-read=${script}`, script],
      folder: conversion.folder,
      limits: { memory: 2_000_000_000, file: 1_000_000, whole: PATIENT, silent: PATIENT },
      signal: new AbortController().signal,
      onLine: (line) => lines.push(line),
    },
    // Node alone has to hold it in: not every machine can give it a network of its own.
    { ...PROGRAMS, unshare: null },
  )
  expect(ended.how).toBe('well')
  expect(lines).toEqual(['file', 'program', 'network', 'names'].map((name) => `${name} ERR_ACCESS_DENIED`))
})
