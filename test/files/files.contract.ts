import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { Files } from '../../src/server/files/files.ts'

const bytes = (...texts: string[]) => texts.map((text) => Buffer.from(text))
const textOf = async (files: Files, key: string) => {
  const kept = await files.get(key)
  return kept && { size: kept.size, text: (await buffer(kept.content)).toString() }
}

/** What every adapter of the files does. `open` gives one that is empty. */
export function filesContract(open: () => Promise<Files>): void {
  test('[FILES-1] what was put is had back as it was, in one piece', async () => {
    const files = await open()
    expect(await files.put('one', bytes('ab', '', 'c'))).toBe('stored')
    expect(await textOf(files, 'one')).toEqual({ size: 3, text: 'abc' })
    expect(await textOf(files, 'two')).toBeNull()
  })

  test('[FILES-1] a large one comes and goes as a stream', async () => {
    const files = await open()
    async function* large() {
      for (let n = 0; n < 300; n += 1) yield Buffer.alloc(10_000, n)
    }
    expect(await files.put('large', large())).toBe('stored')
    const kept = await files.get('large')
    expect(kept?.size).toBe(3_000_000)
    let read = 0
    for await (const part of kept?.content ?? []) read += Buffer.from(part as Uint8Array).length
    expect(read).toBe(3_000_000)
  })

  test('[FILES-1] of a large one a part is had alone, and the size of the whole with it', async () => {
    const files = await open()
    await files.put('large', [Buffer.alloc(3_000_000, 'a'), Buffer.from('the end')])
    const part = await files.get('large', { start: 2_999_998, end: 3_000_002 })
    expect(part && { size: part.size, text: (await buffer(part.content)).toString() }).toEqual({
      size: 3_000_007,
      text: 'aathe',
    })
    const rest = await files.get('large', { start: 3_000_004, end: 9_000_000 })
    expect(rest && (await buffer(rest.content)).toString()).toBe('end')
  })

  test('[FILES-2] of one that was broken off nothing is kept, and the one of before stays', async () => {
    const files = await open()
    await files.put('one', bytes('before'))
    async function* broken(fault: Error) {
      yield Buffer.from('torn')
      throw fault
    }
    await expect(files.put('one', broken(new Error('gone')))).rejects.toThrow('gone')
    await expect(files.put('two', broken(new Error('gone')))).rejects.toThrow('gone')
    expect(await textOf(files, 'one')).toEqual({ size: 6, text: 'before' })
    expect(await files.usage()).toEqual({ files: 1, bytes: 6 })
  })

  test('[FILES-2] a disk that is full says so, and nothing is kept', async () => {
    const files = await open()
    async function* full() {
      yield Buffer.from('half')
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    expect(await files.put('one', full())).toBe('disk-full')
    expect(await files.usage()).toEqual({ files: 0, bytes: 0 })
  })

  test('[FILES-3] what was deleted is gone, also twice, and takes no room', async () => {
    const files = await open()
    await files.put('one', bytes('abc'))
    await files.put('two', bytes('de'))
    expect(await files.usage()).toEqual({ files: 2, bytes: 5 })
    await files.delete('one')
    await files.delete('one')
    expect(await files.get('one')).toBeNull()
    expect(await files.usage()).toEqual({ files: 1, bytes: 2 })
  })

  test.for(['', '.', '..', '../one', 'a/b', 'a\\b', 'x'.repeat(65), 'a\0b', 'ä'])(
    '[FILES-3] %j is no key, whatever it is asked for',
    async (key) => {
      const files = await open()
      await expect(files.put(key, bytes('x'))).rejects.toThrow('no key')
      await expect(files.get(key)).rejects.toThrow('no key')
      await expect(files.delete(key)).rejects.toThrow('no key')
    },
  )
}
