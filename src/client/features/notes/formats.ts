import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view'
import { EditorSelection } from '@codemirror/state'

/** What of Markdown is shown as it will look, a line at a time. [NOTES-9] */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^#{1,3} .*$/gm, 'notes-heading'],
  [/\*\*[^*\n]+\*\*/g, 'notes-bold'],
  [/(?<![*\w])\*[^*\s][^*\n]*\*(?!\*)/g, 'notes-italic'],
  [/`[^`\n]+`/g, 'notes-code'],
  [/^\s*(?:[-*]|\d+\.) /gm, 'notes-bullet'],
]

export const formatLooks = LOOKS.map(([regexp, name]) => {
  const finder = new MatchDecorator({ regexp, decoration: Decoration.mark({ class: name }) })
  return ViewPlugin.define<{ drawn: DecorationSet; update: (update: Parameters<typeof finder.updateDeco>[0]) => void }>(
    (view) => {
      const plugin = {
        drawn: finder.createDeco(view),
        update: (update: Parameters<typeof finder.updateDeco>[0]) => {
          plugin.drawn = finder.updateDeco(update, plugin.drawn)
        },
      }
      return plugin
    },
    { decorations: ({ drawn }) => drawn },
  )
})

/** Puts marks around what is chosen, or takes them away. */
export function wrap(view: EditorView, mark: string): boolean {
  const { state } = view
  const changes = state.changeByRange((range) => {
    const [before, after] = [range.from - mark.length, range.to + mark.length]
    const isOn = before >= 0 && state.sliceDoc(before, range.from) === mark && state.sliceDoc(range.to, after) === mark
    return isOn
      ? {
          changes: [
            { from: before, to: range.from },
            { from: range.to, to: after },
          ],
          range: EditorSelection.range(before, before + range.to - range.from),
        }
      : {
          changes: [
            { from: range.from, insert: mark },
            { from: range.to, insert: mark },
          ],
          range: EditorSelection.range(range.from + mark.length, range.to + mark.length),
        }
  })
  view.dispatch(changes, { userEvent: 'input' })
  view.focus()
  return true
}

/** Puts something before each line that is chosen, or takes it away where all have it. */
export function prefix(view: EditorView, mark: string): boolean {
  const { doc, selection } = view.state
  const [first, last] = [doc.lineAt(selection.main.from).number, doc.lineAt(selection.main.to).number]
  const lines = Array.from({ length: last - first + 1 }, (_, n) => doc.line(first + n))
  const isOn = lines.every(({ text }) => text.startsWith(mark))
  view.dispatch({
    changes: lines.map(({ from }) => (isOn ? { from, to: from + mark.length } : { from, insert: mark })),
    userEvent: 'input',
  })
  view.focus()
  return true
}
