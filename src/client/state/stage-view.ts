import { createContext, use, useSyncExternalStore } from 'react'
import type { PersonId } from '../../protocol/types.ts'

/** How one person looks at the stage; nobody else learns of it. [MAIN-4] */
export type StageLook = {
  /** The tile that one has made large, and whose screen was shared at that moment: a later share comes first again. [LAYOUT-4] */
  main: { tile: string; over: string | null } | null
  /** The people whose video is shown whole instead of filling its tile. */
  fitted: ReadonlySet<PersonId>
  /** One's own tile is hidden for oneself. */
  isHidden: boolean
  /** The person in a window above all others. */
  inPicture: PersonId | null
  page: number
  /** The storyboard is open below the stage. */
  hasStoryboard: boolean
  /** What fills the screen: a tile, or the whole stage (`tile: null`). */
  full: { tile: string | null } | null
}

/** One page's view of the stage, for its tiles and its lists; lasts as long as the page is in the room. */
export class StageView {
  #look: StageLook = {
    main: null,
    fitted: new Set(),
    isHidden: false,
    inPicture: null,
    page: 0,
    hasStoryboard: false,
    full: null,
  }
  readonly #listeners = new Set<() => void>()

  get look(): StageLook {
    return this.#look
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Makes a tile large, or none; `over` is the person who shares a screen now. */
  setMain(tile: string | null, over: string | null): void {
    this.#change({ main: tile === null ? null : { tile, over }, page: 0 })
  }

  /** Shows a person's video whole, or filling the tile. */
  setFitted(person: PersonId, on: boolean): void {
    const fitted = new Set(this.#look.fitted)
    if (on) fitted.add(person)
    else fitted.delete(person)
    this.#change({ fitted })
  }

  hideSelf(isHidden: boolean): void {
    this.#change({ isHidden })
  }

  showInPicture(inPicture: PersonId | null): void {
    this.#change({ inPicture })
  }

  showStoryboard(hasStoryboard: boolean): void {
    this.#change({ hasStoryboard })
  }

  turnTo(page: number): void {
    this.#change({ page })
  }

  setFull(full: StageLook['full']): void {
    this.#change({ full })
  }

  #change(what: Partial<StageLook>): void {
    this.#look = { ...this.#look, ...what }
    for (const listener of this.#listeners) listener()
  }
}

/** The view of the room that is shown. */
export const StageViewContext = createContext(new StageView())

export function useStageView(): StageView {
  return use(StageViewContext)
}

/** A slice of the view; the same object while nothing in it changes. */
export function useLook<T extends string | number | boolean | object | null>(select: (look: StageLook) => T): T {
  const view = use(StageViewContext)
  return useSyncExternalStore(view.subscribe, () => select(view.look))
}
