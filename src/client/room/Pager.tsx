import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from '../ui/IconButton.tsx'
import { MicrophoneSign } from '../ui/MicrophoneSign.tsx'
import { useStageText } from '../text/text.ts'
import { useLive } from '../ui/use-live.ts'
import styles from './Pager.module.css'
import { useStageView } from './stage-view.ts'

/** The ways to the other pages of the stage, and who speaks there. [LAYOUT-2] */
export function Pager({ page, pages, shown }: { page: number; pages: number; shown: readonly string[] }) {
  const words = useStageText()
  const view = useStageView()
  return (
    <nav aria-label={words.pages} className={styles.pager}>
      <Elsewhere shown={shown} />
      <span className={styles.turn}>
        <IconButton
          icon={ChevronLeft}
          label={words.previousPage}
          surface="glass"
          onPress={() => view.turnTo((page + pages - 1) % pages)}
        />
        <span className={styles.where}>{words.page(page + 1, pages)}</span>
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

/** Who is heard and not seen; it alone is drawn again when somebody speaks. */
function Elsewhere({ shown }: { shown: readonly string[] }) {
  const words = useStageText()
  const names = useLive(({ speaking, session }) =>
    [...speaking.keys()].flatMap((id) => {
      const person = shown.includes(id) ? undefined : session.people.get(id)
      return person?.place === 'stage' && person.microphone ? [person.name] : []
    }),
  )
  if (names.length === 0) return null
  return (
    <span className={styles.elsewhere}>
      <MicrophoneSign state="speaking" />
      <bdi>{words.speaksElsewhere(names.join(', '))}</bdi>
    </span>
  )
}
