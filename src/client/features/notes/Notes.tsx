import { Bold, FileDown, Heading, Italic, List, Redo2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { EditorView } from '@codemirror/view'
import { can } from '../../../rules/permissions/policy.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive, useSlice } from '../../state/use-call.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { ComingRows } from '../../ui/pages/Loading.tsx'
import { oneStop, walkButtons } from '../../ui/focus/arrow-keys.ts'
import { downloadText } from './download-text.ts'
import { NotesEditor } from './editor.ts'
import { prefix, wrap } from './formats.ts'
import styles from './Notes.module.css'
import type { NotesLine } from './notes-line.ts'
import { notesOf } from './notes-of.ts'

/** The notes of the room: one text that who may writes together, and everybody inside reads as it is written. [NOTES-1] */
export function Notes() {
  const t = useMessages('core')
  const words = useMessages('notes')
  const line = notesOf(useCall())
  const room = useLive((state) => state.session.name)
  const mayWrite = useLive((state) => state.me !== null && can(state.me, 'writeNotes'))
  const { phase, refused, lost } = useSlice(line.subscribe, () => line.state)
  const [editor, setEditor] = useState<NotesEditor | null>(null)
  const tools = useRef<HTMLDivElement>(null)
  // Which buttons there are changes with the permission.
  useEffect(() => oneStop(tools.current))
  const [isFull, setIsFull] = useState(false)
  const format = (change: (view: EditorView) => unknown) => () => editor && change(editor.view)
  if (refused) return <p className={styles.note}>{t.refusal[refused]}</p>
  return (
    <div className={styles.notes}>
      <div
        ref={tools}
        role="toolbar"
        aria-label={words.tools}
        tabIndex={-1}
        className={styles.tools}
        onKeyDown={walkButtons}
        onFocus={({ currentTarget }) => oneStop(currentTarget)}
      >
        {mayWrite && (
          <>
            <IconButton icon={Bold} label={words.bold} onPress={format((view) => wrap(view, '**'))} />
            <IconButton icon={Italic} label={words.italic} onPress={format((view) => wrap(view, '*'))} />
            <IconButton icon={Heading} label={words.heading} onPress={format((view) => prefix(view, '## '))} />
            <IconButton icon={List} label={words.list} onPress={format((view) => prefix(view, '- '))} />
            <IconButton icon={Undo2} label={words.undo} onPress={() => line.text.undo()} />
            <IconButton icon={Redo2} label={words.redo} onPress={() => line.text.redo()} />
          </>
        )}
        <span className={styles.end}>
          <IconButton icon={FileDown} label={words.download} onPress={() => downloadText(room, line.text.text)} />
        </span>
      </div>
      {phase === 'loading' && <ComingRows />}
      <Text line={line} mayWrite={mayWrite} onEditor={setEditor} isHidden={phase === 'loading'} onFull={setIsFull} />
      {phase === 'away' && <p className={styles.note}>{words.away}</p>}
      {!mayWrite && phase !== 'loading' && <p className={styles.note}>{words.reads}</p>}
      {isFull && (
        <p role="alert" className={styles.fault}>
          {words.full}
        </p>
      )}
      {lost && (
        <div role="alert" className={styles.fault}>
          <span>{words.lost({ why: t.refusal[lost] })}</span>
          <Button size="small" onPress={() => line.understood()}>
            {words.understood}
          </Button>
        </div>
      )}
    </div>
  )
}

type TextProps = {
  line: NotesLine
  mayWrite: boolean
  isHidden: boolean
  onEditor: (editor: NotesEditor | null) => void
  onFull: (isFull: boolean) => void
}

function Text({ line, mayWrite, isHidden, onEditor, onFull }: TextProps) {
  const words = useMessages('notes')
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<NotesEditor>(null)
  const { label, placeholder, empty } = words
  const look = { label, placeholder: mayWrite ? placeholder : empty, mayWrite }
  const first = useRef(look)
  useEffect(() => {
    if (!place.current) return undefined
    const made = new NotesEditor(place.current, line, first.current, onFull)
    editor.current = made
    onEditor(made)
    return () => {
      onEditor(null)
      made.close()
    }
  }, [line, onEditor, onFull])
  useEffect(() => {
    editor.current?.look({ label, placeholder: mayWrite ? placeholder : empty, mayWrite })
  }, [label, placeholder, empty, mayWrite])
  return <div ref={place} className={styles.text} hidden={isHidden} />
}
