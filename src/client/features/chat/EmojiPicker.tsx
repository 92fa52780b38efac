import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import styles from './EmojiPicker.module.css'

const EMOJI = (
  '👏 ❤️ 😂 😮 🤔 🎉 👍 👎 🙏 🙌 👋 💪 ' +
  '😀 😅 😊 😍 😎 🥳 😉 🙂 😇 😢 😭 😡 ' +
  '🔥 ✨ ⭐ 💡 ✅ ❌ ❓ ❗ 💯 ☕ 🌍 🚀'
).split(' ')
const COLUMNS = 6

/** A few signs to put into what is written; arrow keys go through them. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const words = useMessages('chat')
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => grid.current?.querySelector('button')?.focus(), [])
  return (
    <div ref={grid} role="toolbar" tabIndex={-1} aria-label={words.emoji} className={styles.picker} onKeyDown={walk}>
      {EMOJI.map((emoji) => (
        <button key={emoji} type="button" onClick={() => onPick(emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  )
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
  const steps: Record<string, number> = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: COLUMNS,
    ArrowUp: -COLUMNS,
  }
  const step = steps[event.key]
  if (step === undefined) return undefined
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll('button')]
  return all[all.findIndex((each) => each === document.activeElement) + step]?.focus()
}
