import * as v from 'valibot'
import { Downward } from '../../src/protocol/frames.ts'
import type { Refusal } from '../../src/protocol/refusals.ts'
import type { Connection } from '../../src/server/rooms/connection.ts'

/** A connection that keeps what it is sent. `unread` can be set. */
export type Listener = Connection & { frames: Downward[]; unread: number; isReplaced: boolean; refusal: Refusal | null }

export function listener(id: string): Listener {
  const frames: Downward[] = []
  return {
    id,
    frames,
    unread: 0,
    isReplaced: false,
    refusal: null,
    send: (text) => void frames.push(read(text)),
    write: (bytes) => void frames.push(...textsIn(bytes).map(read)),
    replaced() {
      this.isReplaced = true
    },
    moved() {},
    refused(why) {
      this.refusal = why
    },
  }
}

function read(text: string): Downward {
  return v.parse(Downward, JSON.parse(text))
}

/** The texts of WebSocket frames that stand one after the other (RFC 6455, 5.2). */
export function textsIn(bytes: Buffer): string[] {
  const texts: string[] = []
  for (let rest = bytes; rest.length > 0;) {
    const short = (rest[1] ?? 0) & 0x7f
    const head = short === 127 ? 10 : short === 126 ? 4 : 2
    const length = short === 127 ? Number(rest.readBigUInt64BE(2)) : short === 126 ? rest.readUInt16BE(2) : short
    texts.push(rest.toString('utf8', head, head + length))
    rest = rest.subarray(head + length)
  }
  return texts
}
