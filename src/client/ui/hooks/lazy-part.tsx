import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'
import { orNotHad } from '../../i18n/lazy-messages.ts'
import { PartBoundary } from '../pages/PartBoundary.tsx'

/** A component whose code comes when it is first shown, or when `ready` is called before; `fallback` stands in until then. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>, fallback: ReactNode = null) {
  const begin = () => {
    const code = orNotHad(load())
    // What cannot be had now is asked for again when it is needed.
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

/** The build's loader counts a stylesheet that was lost on the way as brought. */
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
