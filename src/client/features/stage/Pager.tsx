import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { OffScreenSpeakers } from './layout/OffScreenSpeakers.tsx'
import styles from './Pager.module.css'
import { useStageView } from '../../state/stage-view.ts'

/** Buttons to the other pages of the stage, with the names of people who speak there. [LAYOUT-2] */
export function Pager({ page, pages, shown }: { page: number; pages: number; shown: readonly string[] }) {
  const words = useMessages('stage')
  const view = useStageView()
  return (
    <nav aria-label={words.pages} className={styles.pager}>
      <span className={styles.elsewhere}>
        <OffScreenSpeakers shown={shown} words={words.speaksElsewhere} />
      </span>
      <span className={styles.turn}>
        <IconButton
          icon={ChevronLeft}
          label={words.previousPage}
          surface="glass"
          onPress={() => view.turnTo((page + pages - 1) % pages)}
        />
        <span className={styles.where}>{words.page({ n: page + 1, of: pages })}</span>
        <IconButton
          icon={ChevronRight}
          label={words.nextPage}
          surface="glass"
          onPress={() => view.turnTo((page + 1) % pages)}
        />
      </span>
    </nav>
  )
}
