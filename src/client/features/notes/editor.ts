import { standardKeymap } from '@codemirror/commands'
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view'
import { NOTES_TEXT_MAX } from '../../../protocol/notes.ts'
import { formatLooks, wrap } from './formats.ts'
import type { NotesLine } from './notes-line.ts'
import type { Change } from './notes-text.ts'
import { otherCarets, showCarets } from './other-carets.ts'

/** The words of an editor, and whether its person may write. */
export type EditorLook = { label: string; placeholder: string; mayWrite: boolean }

const fromNotes = Annotation.define<true>()

/** Draws the notes into an element, and writes what is typed there into them. `full`: whether what was typed last did not fit. Ends with `close`. */
export class NotesEditor {
  readonly view: EditorView
  readonly #line: NotesLine
  readonly #look = new Compartment()
  readonly #letGo: () => void
  #isDrawing = false
  #isClosed = false

  constructor(parent: HTMLElement, line: NotesLine, look: EditorLook, full: (isFull: boolean) => void) {
    this.#line = line
    const undo = () => (line.text.undo(), true)
    const redo = () => (line.text.redo(), true)
    const keys = [
      { key: 'Mod-z', run: undo, shift: redo, preventDefault: true },
      { key: 'Mod-y', run: redo, preventDefault: true },
      { key: 'Mod-b', run: (view: EditorView) => wrap(view, '**') },
      { key: 'Mod-i', run: (view: EditorView) => wrap(view, '*') },
      // Tab is none of them: it goes on, as anywhere.
      ...standardKeymap,
    ]
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: line.text.text,
        extensions: [
          EditorState.lineSeparator.of('\n'),
          EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\r\n?/g, '\n')),
          EditorView.lineWrapping,
          EditorView.perLineTextDirection.of(true),
          EditorView.contentAttributes.of({ dir: 'auto', spellcheck: 'true' }),
          keymap.of(keys),
          drawSelection({ drawRangeCursor: false }),
          formatLooks,
          otherCarets,
          this.#look.of(looks(look)),
          EditorState.changeFilter.of((change) => {
            const { newDoc, startState } = change
            const isFull = newDoc.length > NOTES_TEXT_MAX && newDoc.length > startState.doc.length
            const isOwn = change.docChanged && !change.annotation(fromNotes)
            if (isOwn) full(isFull)
            // A command of the editor asks nobody whether one may write.
            return !isOwn || !(isFull || startState.readOnly)
          }),
          EditorView.updateListener.of(({ transactions, docChanged, selectionSet, focusChanged }) => {
            for (const transaction of transactions) {
              const { changes } = transaction
              if (changes.empty || transaction.annotation(fromNotes)) continue
              const own: Change[] = []
              changes.iterChanges((from, to, _from, _to, insert) =>
                own.push({ from, to, insert: insert.sliceString(0) }),
              )
              line.text.edit(own)
            }
            if (docChanged || selectionSet || focusChanged) this.#point()
          }),
        ],
      }),
    })
    const hide = line.show((changes) =>
      this.view.dispatch({ changes, annotations: [fromNotes.of(true)], scrollIntoView: false }),
    )
    const unwatch = line.subscribe(() => this.#drawCarets())
    this.#letGo = () => {
      unwatch()
      hide()
    }
  }

  /** Looks so from now on. */
  look(look: EditorLook): void {
    this.view.dispatch({ effects: this.#look.reconfigure(looks(look)) })
    this.#point()
  }

  close(): void {
    this.#isClosed = true
    this.#letGo()
    this.view.destroy()
  }

  /** Drawn once whatever changed, and not while the editor is changing itself. */
  #drawCarets(): void {
    if (this.#isDrawing) return
    this.#isDrawing = true
    queueMicrotask(() => {
      this.#isDrawing = false
      if (!this.#isClosed) this.view.dispatch({ effects: showCarets.of(this.#line.carets) })
    })
  }

  #point(): void {
    const { state, hasFocus } = this.view
    const { anchor, head } = state.selection.main
    this.#line.moved(hasFocus && !state.readOnly ? { anchor, head } : null)
  }
}

function looks({ label, placeholder: hint, mayWrite }: EditorLook): Extension {
  const attributes: Record<string, string> = mayWrite ? {} : { 'aria-readonly': 'true', tabindex: '0' }
  return [
    EditorView.contentAttributes.of({ 'aria-label': label, ...attributes }),
    EditorView.editable.of(mayWrite),
    EditorState.readOnly.of(!mayWrite),
    placeholder(hint),
  ]
}
