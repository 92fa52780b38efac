import { Dialog, Popover } from 'react-aria-components'
import { Reaction } from '../../../protocol/types.ts'
import { walkButtons } from '../../ui/focus/arrow-keys.ts'
import { useLayer } from '../../app/back.ts'
import { useFirstMessages } from '../../i18n/messages.ts'
import { useActs } from '../acts/index.ts'
import { REACTION_ACTS } from './acts.ts'
import styles from './ReactionPicker.module.css'
import { ReactionSign } from './ReactionSign.tsx'
import { InLanguage } from '../../ui/controls/InLanguage.tsx'

/** The reactions, beside the button that opened them. It stays open, because people react more than once. [REACT-1] */
export function ReactionPicker({ trigger, onClose }: { trigger: HTMLElement; onClose: () => void }) {
  const words = useFirstMessages()
  const acts = useActs(REACTION_ACTS, words, null)
  const reactions = Reaction.options.flatMap((reaction) =>
    acts.filter(({ id }) => id === reaction).map((act) => ({ ...act, reaction })),
  )
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
        <Dialog aria-label={words.reactions.reactions} className={styles.dialog ?? ''}>
          <div
            role="toolbar"
            tabIndex={-1}
            aria-label={words.reactions.reactions}
            className={styles.row}
            onKeyDown={walkButtons}
          >
            {reactions.map(({ id, name, run, reaction }, n) => (
              <button
                key={id}
                type="button"
                autoFocus={n === 0}
                className={styles.reaction}
                aria-label={name}
                title={name}
                onClick={run}
              >
                <ReactionSign reaction={reaction} />
              </button>
            ))}
          </div>
        </Dialog>
      </Popover>
    </InLanguage>
  )
}
