import {
  ClientInfo,
  ConnectionSettings,
  JoinRequest,
  SyncState,
  UpdateSubscription,
  WrappedJoinRequest,
  WrappedJoinRequest_Compression,
} from '@livekit/protocol'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { engineQuery } from './engine-query.ts'

const wrapped = (joinRequest: Uint8Array, compression = WrappedJoinRequest_Compression.NONE) =>
  Buffer.from(new WrappedJoinRequest({ joinRequest, compression }).toBinary()).toString('base64url')

function joinOf(query: URLSearchParams | null): JoinRequest {
  const bytes = Buffer.from(query?.get('join_request') ?? '', 'base64url')
  return JoinRequest.fromBinary(WrappedJoinRequest.fromBinary(bytes).joinRequest)
}

test('[MEDIA-5] what makes another participant, or speaks for one, does not reach the engine', () => {
  const asked = new URLSearchParams(
    'access_token=x&publish=ghost&attributes=e30&metadata=m&room=other&name=Hana&sdk=js&protocol=16&auto_subscribe=1&sid=PA_1&sid=PA_2&Publish=ghost',
  )
  expect(engineQuery(asked)?.toString()).toBe('auto_subscribe=0&sid=PA_1&protocol=16&sdk=js')
})

test('[MEDIA-5] a join request says what its client is, and states neither metadata nor attributes', () => {
  const join = new JoinRequest({
    clientInfo: new ClientInfo({ version: '2.23.0' }),
    metadata: 'host',
    participantAttributes: { role: 'host' },
    reconnect: true,
    participantSid: 'PA_1',
    connectionSettings: new ConnectionSettings({ autoSubscribe: true, adaptiveStream: true }),
  })
  const packed = wrapped(gzipSync(join.toBinary()), WrappedJoinRequest_Compression.GZIP)
  for (const request of [wrapped(join.toBinary()), packed]) {
    const rebuilt = joinOf(engineQuery(new URLSearchParams({ join_request: request })))
    expect(rebuilt).toMatchObject({ reconnect: true, participantSid: 'PA_1', metadata: '', participantAttributes: {} })
    expect(rebuilt.clientInfo?.version).toBe('2.23.0')
    expect(rebuilt.connectionSettings).toMatchObject({ autoSubscribe: false, adaptiveStream: true })
  }
})

test('[LOAD-4] who comes back asks for no picture on entering, where nobody would look at it', () => {
  const subscription = new UpdateSubscription({ trackSids: ['TR_VCcamera'], subscribe: true })
  const join = new JoinRequest({ reconnect: true, participantSid: 'PA_1', syncState: new SyncState({ subscription }) })
  const rebuilt = joinOf(engineQuery(new URLSearchParams({ join_request: wrapped(join.toBinary()) })))
  expect(rebuilt).toMatchObject({ reconnect: true, participantSid: 'PA_1' })
  expect(rebuilt.syncState).toBeUndefined()
})

test('a join request that cannot be read, or unpacks to more than any browser would say, is none', () => {
  const bomb = wrapped(gzipSync(Buffer.alloc(50_000_000)), WrappedJoinRequest_Compression.GZIP)
  const broken = wrapped(Buffer.from('not packed'), WrappedJoinRequest_Compression.GZIP)
  for (const request of [bomb, broken, wrapped(Buffer.from([0xff, 0xff]))])
    expect(engineQuery(new URLSearchParams({ join_request: request }))).toBeNull()
})
