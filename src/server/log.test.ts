import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog, faultId } from './log.ts'

/** A log, and the lines that it has written. */
function given() {
  const lines: Record<string, unknown>[] = []
  const to = new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(JSON.parse(line.toString('utf8')))
      done()
    },
  })
  return { log: createLog('info', to), lines }
}

test('a fault is logged whole: message, stack, what was behind it, and an id by which it can be named', () => {
  const { log, lines } = given()
  const fault = new Error('The store is closed.', { cause: new TypeError('no disk') })
  log.child({ room: 'r' }).error({ fault }, 'a request failed')
  expect(lines).toMatchObject([
    {
      room: 'r',
      msg: 'a request failed',
      fault: {
        id: faultId(fault),
        type: 'Error',
        message: 'The store is closed.',
        stack: expect.stringContaining('log.test.ts'),
        cause: { type: 'TypeError', message: 'no disk' },
      },
    },
  ])
  expect(faultId(fault)).toMatch(/^[0-9a-f]{8}$/)
})

test('whatever is thrown is logged, also what is no error or leads back to itself', () => {
  const { log, lines } = given()
  const circle = new Error('circle')
  circle.cause = circle
  for (const fault of ['a word', undefined, null, { code: 7 }, circle]) log.error({ fault }, 'thrown')
  expect(lines).toHaveLength(5)
  expect(lines.map(({ fault }) => (fault as { message?: string } | undefined)?.message)).toEqual([
    'a word',
    undefined,
    'null',
    '[object Object]',
    'circle',
  ])
})
