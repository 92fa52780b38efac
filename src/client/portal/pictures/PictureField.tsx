import { ImagePlus, Trash2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useSend } from '../use-send.ts'
import type { Keeper } from './keeper.ts'
import styles from './PictureField.module.css'

type Props = {
  label: string
  help: string
  /** How it is shown: as a whole, or as a face. */
  look?: 'whole' | 'face'
  path: string | null
  /** It is kept with what it belongs to, which is not there yet. */
  isLater?: boolean
  keeper: Keeper
  onChange: (path: string | null) => void
}

/** A picture that is chosen, dropped or pasted, and kept at once; and taken away again. */
export function PictureField({ label, help, look = 'whole', path, isLater = false, keeper, onChange }: Props) {
  const words = useMessages('pictures')
  const id = useId()
  const choose = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { send, fault, isBusy } = useSend()
  const [said, setSaid] = useState('')
  const [isOver, setOver] = useState(false)

  async function keep(files: FileList | undefined | null) {
    const file = files?.[0]
    if (!file) return
    setSaid('')
    const kept = await send(async () => await keeper.keep(file))
    if (!kept) return
    onChange(kept.ok.path)
    setSaid(isLater ? words.later : words.kept)
  }

  async function remove() {
    setSaid('')
    if (!(await send(keeper.remove))) return
    onChange(null)
    // The button that was pressed goes.
    choose.current?.querySelector('button')?.focus()
    setSaid(words.removed)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button inside does the same for everybody
    <div
      role="group"
      // Who has pressed on it pastes into it.
      tabIndex={-1}
      aria-labelledby={id}
      aria-describedby={`${id}-help`}
      className={styles.field}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void keep(event.dataTransfer.files)
      }}
      onPaste={(event) => void keep(event.clipboardData.files)}
    >
      <span id={id} className={styles.label}>
        {label}
      </span>
      <span id={`${id}-help`} className={styles.help}>
        {help}
      </span>
      {path !== null && <img src={path} alt="" className={styles.picture} data-look={look} />}
      <div ref={choose} className={styles.acts}>
        <Button icon={ImagePlus} onPress={() => input.current?.click()}>
          {path === null ? words.choose : words.replace}
        </Button>
        {path !== null && (
          <Button look="quiet" icon={Trash2} onPress={() => void remove()}>
            {words.remove}
          </Button>
        )}
        <span className={styles.help}>{words.drop}</span>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          onChange={(event) => {
            void keep(event.target.files)
            // The same file can be chosen again.
            event.target.value = ''
          }}
        />
      </div>
      <p role="status" className={styles.help}>
        {isBusy ? words.sending : said}
      </p>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </div>
  )
}
