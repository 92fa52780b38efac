import { useMessages } from '../../i18n/messages.ts'
import styles from './Loading.module.css'
import { Reload } from './Reload.tsx'
import { Top } from './SiteHeader.tsx'
import { usePassed } from '../hooks/use-passed.ts'

// A fast answer should not flash; after the longer time people want to know what to do.
const SHOWN_AFTER = 300
const LONG_AFTER = 8_000

/** Shown while something loads: nothing at first, then one sentence, then that it takes long. */
export function Loading({ says }: { says?: string }) {
  const t = useMessages('core')
  const isShown = usePassed(SHOWN_AFTER)
  const isLong = usePassed(LONG_AFTER)
  return (
    <div role="status" className={styles.coming}>
      {isShown && <p>{isLong ? t.longer : (says ?? t.loadingPart)}</p>}
      {isLong && <Reload />}
    </div>
  )
}

/** The same for a list: placeholder rows. The sentence is for screen readers, until it takes long. [AWAY-4] */
export function ComingRows({ says }: { says?: string }) {
  return (
    <div className={styles.rows}>
      <Loading {...(says !== undefined && { says })} />
    </div>
  )
}

/** The same as a whole page, under the site's header. */
export function LoadingPage({ says }: { says?: string }) {
  return (
    <>
      <Top />
      <main className={styles.page}>
        <Loading {...(says !== undefined && { says })} />
      </main>
    </>
  )
}

/** The same for a sheet over the room. */
export function ComingOver() {
  return (
    <div className={styles.over}>
      <Loading />
    </div>
  )
}
