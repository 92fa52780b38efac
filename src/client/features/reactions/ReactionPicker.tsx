import { Dialog, Popover } from 'react-aria-components'
import { Reaction } from '../../../protocol/types.ts'
import { walkButtons } from '../../ui/focus/arrow-keys.ts'
import { useLayer } from '../../app/back.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import styles from './ReactionPicker.module.css'
import { ReactionSign } from './ReactionSign.tsx'
import { InLanguage } from '../../ui/controls/InLanguage.tsx'

/** The five reactions beside the button that opened them; it stays open, for who claps claps more than once. [REACT-1] */
export function ReactionPicker({ trigger, onClose }: { trigger: HTMLElement; onClose: () => void }) {
  const words = useMessages('reactions')
  const call = useCall()
  useLayer(true, onClose)
  return (
    <InLanguage>
      <Popover
        triggerRef={{ current: trigger }}
        isOpen
        onOpenChange={onClose}
        placement="top"
        className={styles.popover ?? ''}
      >
        <Dialog aria-label={words.reactions} className={styles.dialog ?? ''}>
          <div role="toolbar" tabIndex={-1} aria-label={words.reactions} className={styles.row} onKeyDown={walkButtons}>
            {Reaction.options.map((each, n) => (
              <button
                key={each}
                type="button"
                autoFocus={n === 0}
                className={styles.reaction}
                aria-label={words.reaction[each]}
                title={words.reaction[each]}
                onClick={() => call.react(each)}
              >
                <ReactionSign reaction={each} />
              </button>
            ))}
          </div>
        </Dialog>
      </Popover>
    </InLanguage>
  )
}
