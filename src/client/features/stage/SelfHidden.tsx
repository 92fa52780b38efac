import { Eye } from 'lucide-react'
import { Button } from '../../ui/controls/Button.tsx'
import { useMessages } from '../../i18n/messages.ts'
import styles from './SelfHidden.module.css'
import { useStageView } from '../../state/stage-view.ts'

/** Says that one's own hidden tile is visible to others, with a button that shows it again. */
export function SelfHidden() {
  const words = useMessages('stage')
  const view = useStageView()
  return (
    <div className={styles.hidden}>
      <span>{words.selfHidden}</span>
      <Button size="small" icon={Eye} onPress={() => view.hideSelf(false)}>
        {words.showSelf}
      </Button>
    </div>
  )
}
