/** A text as one WebSocket frame of a server, ready to be written to many sockets (RFC 6455, 5.2: no mask, no extension). */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x81
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, head)
  return frame
}

/** A frame that tells of these events. */
export function toldFrame(events: readonly string[]): string {
  return `{"type":"told","events":[${events.join(',')}]}`
}
