import { PanelRightClose } from 'lucide-react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { IconButton } from '../ui/IconButton.tsx'
import { useIsNarrow } from '../ui/is-phone.ts'
import { useText } from '../ui/text.ts'
import { useEscape } from '../ui/use-escape.ts'
import styles from './Panel.module.css'
import { Participants } from './Participants.tsx'

/** The panel: at the end of a desk's stage, over it on a tablet, a sheet on a phone. */
export function Panel({ onClose, onAccess }: { onClose: () => void; onAccess: () => void }) {
  const t = useText()
  // Beside the stage there is nothing to uncover.
  useEscape(useIsNarrow(), onClose)
  return (
    <section aria-label={t.panel} className={styles.panel}>
      <Tabs className={styles.tabs ?? ''}>
        <div className={styles.head}>
          <TabList aria-label={t.panel} className={styles.tablist ?? ''}>
            <Tab id="participants" className={styles.tab ?? ''}>
              {t.participants}
            </Tab>
          </TabList>
          <IconButton icon={PanelRightClose} label={t.closePanel} onPress={onClose} />
        </div>
        <TabPanel id="participants" className={styles.body ?? ''}>
          <Participants onAccess={onAccess} />
        </TabPanel>
      </Tabs>
    </section>
  )
}
