import { Component, lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { useText } from '../text/text.ts'
import styles from './Coming.module.css'

/** A component whose code comes when it is first shown, or when `ready` is called before; `fallback` stands in until then. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, fallback: ReactNode = null) {
  const Loaded = lazy(async () => ({ default: await load().catch((): ComponentType<P> => NotLoaded) }))
  const Later = (props: P) => (
    <Whole>
      <Suspense fallback={fallback}>
        <Loaded {...props} />
      </Suspense>
    </Whole>
  )
  // What cannot be had now is asked for again when it is needed.
  return Object.assign(Later, { ready: () => void load().catch(() => {}) })
}

/** Keeps a part whose words could not be had from taking the page with it. */
class Whole extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <NotLoaded /> : this.props.children
  }
}

/** A part of the page that the server does not have any more, or that the network lost: the rest goes on. */
function NotLoaded() {
  const t = useText()
  return (
    <p role="alert" className={styles.coming}>
      {t.notLoaded}{' '}
      <Button size="small" onPress={() => location.reload()}>
        {t.reload}
      </Button>
    </p>
  )
}
