import { useEffect } from 'react'
import { NotHad } from '../i18n/lazy-messages.ts'
import { LoadingPage } from '../ui/pages/Loading.tsx'

/** Where this page was loaded. */
const FIRST = location.pathname

/** An address that is not for this page: the server has another for it. What that server gave for the address is not asked for again and again. */
export function OtherPage() {
  if (location.pathname === FIRST) throw new NotHad('this address has another page')
  useEffect(() => location.reload(), [])
  return <LoadingPage />
}
