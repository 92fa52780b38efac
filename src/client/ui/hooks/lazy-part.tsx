import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { orNotHad } from '../../i18n/lazy-messages.ts'
import { PartBoundary } from '../pages/PartBoundary.tsx'

/** A component whose code is loaded when it is first shown, or when `ready` is called; `fallback` is shown until then. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>, fallback: ReactNode = null) {
  const begin = () => {
    const code = orNotHad(load())
    // After a failure the next call tries again.
    code.catch(() => (loaded = null))
    return lazy(async () => ({ default: await code }))
  }
  let loaded: ReturnType<typeof begin> | null = null
  const Lazy = (props: P) => {
    const [Part, setPart] = useState<ComponentType<P>>(() => (loaded ??= begin()))
    const again = async () => {
      await bringStyles()
      await load()
      setPart((loaded ??= begin()))
    }
    return (
      <PartBoundary again={again}>
        <Suspense fallback={fallback}>
          <Part {...props} />
        </Suspense>
      </PartBoundary>
    )
  }
  return Object.assign(Lazy, { ready: () => void load().catch(() => {}) })
}

/** The bundler's loader counts a stylesheet that failed to load as loaded. */
async function bringStyles(): Promise<void> {
  const lost = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => !sheet)
  await Promise.all(
    lost.map(
      async (before) =>
        await new Promise((resolve, reject) => {
          const link = document.createElement('link')
          Object.assign(link, { rel: 'stylesheet', href: before.href, onload: resolve, onerror: reject })
          before.replaceWith(link)
        }),
    ),
  )
}
