import { Component, lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { useText } from '../text/text.ts'
import styles from './Coming.module.css'
import { Reload } from './Reload.tsx'

const AGAIN_MS = 4_000

/** A component whose code comes when it is first shown, or when `ready` is called before; `fallback` stands in until then. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, fallback: ReactNode = null) {
  const begin = () => {
    const code = load()
    // What cannot be had now is asked for again when it is needed.
    code.catch(() => (loaded = null))
    return lazy(async () => ({ default: await code }))
  }
  let loaded: ReturnType<typeof begin> | null = null
  const Later = (props: P) => {
    const [Part, setPart] = useState<ComponentType<P>>(() => (loaded ??= begin()))
    const again = async () => {
      await bringStyles()
      await load()
      setPart((loaded ??= begin()))
    }
    return (
      <Whole again={again}>
        <Suspense fallback={fallback}>
          <Part {...props} />
        </Suspense>
      </Whole>
    )
  }
  return Object.assign(Later, { ready: () => void load().catch(() => {}) })
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

type Props = { again: () => Promise<void>; children: ReactNode }

/** Keeps a part whose code or words could not be had from taking the page with it. */
class Whole extends Component<Props, { broken: boolean; tried: boolean }> {
  override state = { broken: false, tried: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  /** Once the part alone; what does not come then comes with the page. */
  readonly #again = async () => {
    if (this.state.tried) return false
    try {
      await this.props.again()
    } catch {
      return false
    }
    this.setState({ broken: false, tried: true })
    return true
  }

  override render() {
    return this.state.broken ? <NotLoaded again={this.#again} /> : this.props.children
  }
}

/** A part of the page that the server does not have any more, or that the network lost: the rest goes on, and it is asked for again. */
function NotLoaded({ again }: { again: () => Promise<boolean> }) {
  const t = useText()
  useEffect(() => {
    const timer = setInterval(() => void again(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [again])
  return (
    <div className={styles.missing}>
      <p role="alert">{t.notLoaded}</p>
      <Reload first={again} />
    </div>
  )
}
