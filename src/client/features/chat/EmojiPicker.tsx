import { EmojiPicker as Picker, type EmojiPickerListComponents } from 'frimousse'
import { use, useCallback } from 'react'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { useIsTouched } from '../../ui/hooks/is-phone.ts'
import { EMOJI, emojiData } from './emoji-data.ts'
import styles from './EmojiPicker.module.css'

const COLUMNS = 7

const PARTS: Partial<EmojiPickerListComponents> = {
  CategoryHeader: ({ category, ...props }) => (
    <div dir="auto" className={styles.group} {...props}>
      {category.label}
    </div>
  ),
  // ARIA counts rows and columns from 1.
  Row: ({ 'aria-rowindex': row, ...props }) => <div {...props} aria-rowindex={row === undefined ? row : row + 1} />,
  Emoji: ({ emoji, 'aria-colindex': column = 0, ...props }) => (
    <button
      type="button"
      className={styles.emoji}
      title={emoji.label}
      {...props}
      role="gridcell"
      aria-colindex={column + 1}
    >
      {emoji.emoji}
    </button>
  ),
}

/** The emoji picker: every emoji, searched by its name in the reader's language; arrow keys move through the results. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const chat = useMessages('chat')
  const words = useMessages('emoji')
  const language = useLanguage()
  // An on-screen keyboard would cover the emoji.
  const isTouched = useIsTouched()
  const rows = use(EMOJI[language].bring())
  const data = useCallback(() => emojiData(language, rows, words.groups), [language, rows, words])
  return (
    <Picker.Root
      role="group"
      aria-label={chat.emoji}
      className={styles.picker}
      locale={language}
      columns={COLUMNS}
      resolveEmojiData={data}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
    >
      <Picker.Search
        className={styles.search}
        aria-label={words.search}
        placeholder={words.search}
        autoFocus={!isTouched}
      />
      {/* Its arrow keys assume left to right, in every language. */}
      <Picker.Viewport dir="ltr" className={styles.list}>
        <Picker.Empty className={styles.none}>{words.none}</Picker.Empty>
        <Picker.List aria-label={chat.emoji} components={PARTS} />
      </Picker.Viewport>
    </Picker.Root>
  )
}
