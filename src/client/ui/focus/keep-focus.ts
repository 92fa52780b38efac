/** Elements that can take the focus, also where Tab does not stop. */
const TAKES = 'button:enabled, a[href], input:enabled, textarea:enabled, select:enabled, [tabindex]'
const DIALOGS = '[role=dialog], [role=alertdialog]'
const REGIONS = `main, section, nav, header, [role=region], [role=toolbar], [role=tabpanel], ${DIALOGS}`
const STAGE = 'section[data-surface=stage]'
// React Aria gives the focus back in the next frame; what opens a sheet or a menu does in the one after that.
const GIVEN_BACK_FRAMES = 3

/** The place of an element that is gone: its parent, and the node before it. */
type Spot = { parent: Element; previous: Node | null }

let isKept = false

/** An element that has or had the focus; `layer` is the child of the body that it is in: the page, or a dialog or menu over it. */
type Held = { thing: HTMLElement; layer: Element | null; byKeys: boolean; spot: Spot | null }

/**
 * [KEYS-4] Moves the focus when the element that has it is removed or disabled: to what stands next to it in the same region, else to the
 * region; from a dialog or a menu to what had the focus before, or next to its place. [KEYS-5] After a press by pointer, the region takes
 * it and no button: the space bar must not press what nobody chose. [KEYS-6] When a page replaces another, its heading takes the focus.
 * Runs as long as the page; a second call does nothing.
 */
export function keepFocus(): void {
  if (isKept) return
  isKept = true
  // The last entry has the focus; the ones before it had it beneath the dialogs and menus that are open.
  let trail: readonly Held[] = []
  let isWaiting = false

  const taken = (thing: EventTarget | null) => {
    if (!(thing instanceof HTMLElement)) return
    const layer = layerOf(thing)
    const at = trail.findIndex((each) => each.layer === layer)
    const beneath = at < 0 ? trail : trail.slice(0, at)
    trail = [...beneath, { thing, layer, byKeys: thing.matches(':focus-visible'), spot: null }]
  }
  // A press on nothing takes the focus away on purpose, from this dialog or menu alone. Whether an element was removed is only known afterwards.
  const left = () =>
    queueMicrotask(() => {
      if (isNowhere() && trail.at(-1)?.thing.isConnected) trail = trail.slice(0, -1)
    })

  const handOn = () => {
    isWaiting = false
    if (isNowhere() && !trail.toReversed().some(takesOver)) takeAny(trail[0])
  }
  const changed = (records: MutationRecord[]) => {
    for (const held of trail) held.spot = held.thing.isConnected ? null : spotAfter(held, records)
    const last = trail.at(-1)
    if (!last || isWaiting) return
    if (last.thing.matches(':disabled') && document.activeElement === last.thing) return void lend(regionOf(last))
    if (last.thing.isConnected || !isNowhere()) return
    if (regionOf(last)) return handOn()
    isWaiting = true
    afterFrames(GIVEN_BACK_FRAMES, handOn)
  }

  const observer = new MutationObserver(changed)
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', ({ target }) => taken(target))
  document.addEventListener('focusout', left)
  if (!isNowhere()) taken(document.activeElement)
  // The element that led here was pressed, and was removed before this code was loaded.
  else if (navigator.userActivation.hasBeenActive) lend(document.querySelector('h1'))
}

function isNowhere(): boolean {
  return document.activeElement === document.body || document.activeElement === null
}

function layerOf(thing: Element): Element | null {
  return [...document.body.children].find((each) => each.contains(thing)) ?? null
}

/** The place of an element after later removals. An element that only moved is still there. */
function spotAfter({ thing, spot: before }: Held, records: readonly MutationRecord[]): Spot | null {
  let spot = before
  for (const { target, removedNodes, previousSibling } of records) {
    for (const node of removedNodes) {
      if (node.isConnected || !(target instanceof Element)) continue
      if (node.contains(spot?.parent ?? thing)) spot = { parent: target, previous: previousSibling }
      else if (spot && node === spot.previous) spot.previous = previousSibling
    }
  }
  return spot
}

function regionOf({ thing, spot }: Held): HTMLElement | null {
  const at = thing.isConnected ? thing : spot?.parent
  return at?.isConnected ? at.closest<HTMLElement>(REGIONS) : null
}

/** Focuses an element, or what stands at its place; whether it was taken. */
function takesOver(held: Held): boolean {
  const { thing, byKeys, spot } = held
  if (thing.isConnected) return takes(thing)
  const region = regionOf(held)
  if (!region || !spot) return false
  return (byKeys && takesBeside(spot, region, thing)) || lend(region)
}

/** Tries what stands at the place or after it, then before it, and then outwards up to the region. */
function takesBeside(spot: Spot, region: Element, gone: Element): boolean {
  let { parent, previous } = spot
  for (;;) {
    for (let at = previous ? previous.nextSibling : parent.firstChild; at; at = at.nextSibling)
      if (takesIn(at, gone)) return true
    for (let at = previous; at; at = at.previousSibling) if (takesIn(at, gone)) return true
    if (parent === region) return false
    if (takes(parent)) return true
    previous = parent
    parent = parent.parentElement ?? region
  }
}

/** Focuses the node itself if it can be; in a row, the same kind of button, else the first. */
function takesIn(node: Node, gone: Element): boolean {
  if (!(node instanceof HTMLElement)) return false
  const opensToo =
    gone.matches('li [aria-haspopup]') && node.matches('li') ? node.querySelectorAll('[aria-haspopup]') : []
  return [node, ...opensToo, ...node.querySelectorAll(TAKES)].some(takes)
}

function takes(thing: Element): boolean {
  if (!(thing instanceof HTMLElement) || !thing.matches(TAKES)) return false
  thing.focus({ preventScroll: true })
  return document.activeElement === thing
}

/** Focuses a region, which is no stop for Tab, until something else takes the focus. */
function lend(region: HTMLElement | null): boolean {
  if (!region) return false
  if (!region.hasAttribute('tabindex')) {
    region.tabIndex = -1
    region.addEventListener('blur', () => region.removeAttribute('tabindex'), { once: true })
  }
  return takes(region)
}

/** If the region is gone too: the open dialog, else the stage; on another page, which may be loading, the heading. */
function takeAny(first: Held | undefined): void {
  const isOtherPage = first?.spot?.parent === first?.layer
  const stage = isOtherPage ? null : document.querySelector<HTMLElement>(STAGE)
  lend([...document.querySelectorAll<HTMLElement>(DIALOGS)].at(-1) ?? stage ?? document.querySelector('h1'))
}

function afterFrames(frames: number, then: () => void): void {
  requestAnimationFrame(() => (frames > 1 ? afterFrames(frames - 1, then) : then()))
}
