import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { Switch } from '../../ui/controls/Switch.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { useRemembered } from '../../ui/hooks/use-remembered.ts'
import styles from './ShortcutsSheet.module.css'
import { KEYED_ACTS } from '../acts/index.ts'
import { keyName } from './key-name.ts'
import { SHORTCUTS } from './use-shortcuts.ts'

/** Every shortcut, and the switch that turns the letters off. [KEYS-1] */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = { ...useFirstMessages(), keys: useMessages('shortcuts') }
  const { ctrl } = useMessages('palette')
  const { title, on, help, space, arrows, keys } = words.keys
  const [isOn, setOn] = useRemembered(SHORTCUTS, true)
  const rows = [
    ...KEYED_ACTS.map(({ shortcut }) => [keyName(shortcut.key, ctrl), shortcut.says(words)] as const),
    [space, keys.space],
    [arrows, keys.arrows],
    ['Esc', keys.escape],
  ] as const
  return (
    <Sheet title={title} onClose={onClose}>
      <dl className={styles.keys}>
        {rows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.help}>{help}</p>
      <Switch label={on} isOn={isOn} onChange={setOn} />
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
