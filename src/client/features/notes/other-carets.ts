import { StateEffect, StateField, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { colourOf } from '../../ui/controls/Avatar.tsx'
import type { OtherCaret } from './notes-line.ts'

/** The carets of others are these from now on. */
export const showCarets = StateEffect.define<readonly OtherCaret[]>()

/** Where others write: a line with their name, and what they have chosen. [NOTES-8] */
export const otherCarets = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(drawn, { effects, changes, newDoc }) {
    const shown = effects.findLast((effect) => effect.is(showCarets))
    return shown ? drawnOf(shown.value, newDoc.length) : drawn.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

function drawnOf(carets: readonly OtherCaret[], end: number): DecorationSet {
  const ranges = carets.flatMap(({ person, name, anchor, head }): Range<Decoration>[] => {
    const colour = `var(--person-${colourOf(person)})`
    const [at, from, to] = [head, Math.min(anchor, head), Math.max(anchor, head)].map((place) => Math.min(place, end))
    const caret = Decoration.widget({ widget: new CaretWidget(name, colour), side: 1 }).range(at ?? 0)
    if (from === undefined || to === undefined || from === to) return [caret]
    const style = `background-color: color-mix(in srgb, ${colour} 22%, transparent)`
    return [Decoration.mark({ attributes: { style } }).range(from, to), caret]
  })
  return Decoration.set(ranges, true)
}

class CaretWidget extends WidgetType {
  readonly #name: string
  readonly #colour: string

  constructor(name: string, colour: string) {
    super()
    this.#name = name
    this.#colour = colour
  }

  override eq(other: CaretWidget): boolean {
    return this.#name === other.#name && this.#colour === other.#colour
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement('span')
    caret.className = 'notes-caret'
    caret.style.setProperty('--colour', this.#colour)
    const name = document.createElement('bdi')
    name.textContent = this.#name
    caret.append(name)
    // Who listens to the text hears the text.
    caret.setAttribute('aria-hidden', 'true')
    return caret
  }

  override ignoreEvent(): boolean {
    return true
  }
}
