import { expect, test } from 'vitest'
import { comeFrom, signInAndBack } from './come-from.ts'

test('[ACCOUNT-17] signing in leads back to a page of this server, and to no other', () => {
  const search = (path: string) => signInAndBack(path).slice('/sign-in'.length)
  for (const path of ['/account', '/account/verify/abc', '/r/room/edit']) expect(comeFrom(search(path))).toBe(path)
  for (const other of ['', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])
    expect(comeFrom(search(other))).toBe('/')
  expect(comeFrom('')).toBe('/')
})
