/** What takes the focus, also where Tab does not stop. */
const TAKES = 'button:enabled, a[href], input:enabled, textarea:enabled, select:enabled, [tabindex]'
const DIALOGS = '[role=dialog], [role=alertdialog]'
const REGIONS = `main, section, nav, header, [role=region], [role=toolbar], [role=tabpanel], ${DIALOGS}`
const STAGE = 'section[data-surface=stage]'
// React Aria gives back with the next frame, what opens a sheet or a menu with the one after that.
const GIVEN_BACK_FRAMES = 3

/** Where something stood that has gone: in what, and after what. */
type Spot = { parent: Element; previous: Node | null }

let isKept = false

/** What has or had the focus; `layer` is the part of the body that it is in: the page, or a dialog or menu over it. */
type Held = { thing: HTMLElement; layer: Element | null; byKeys: boolean; spot: Spot | null }

/**
 * [KEYS-4] Hands the focus on when what has it goes or cannot be pressed any more: to what stands next to it in the same region,
 * else to the region; from a dialog or a menu to what had it before, or next to where that stood. [KEYS-5] Whoever pressed with a
 * pointer is given the region and no button: the space bar must not press what they never chose. [KEYS-6] A page that takes the place of
 * another has its heading focused. Runs as long as the page; a second call does nothing.
 */
export function keepFocus(): void {
  if (isKept) return
  isKept = true
  // What has the focus is last; before it, what had it beneath the dialogs and menus that are open.
  let trail: readonly Held[] = []
  let isWaiting = false

  const taken = (thing: EventTarget | null) => {
    if (!(thing instanceof HTMLElement)) return
    const layer = layerOf(thing)
    const at = trail.findIndex((each) => each.layer === layer)
    const beneath = at < 0 ? trail : trail.slice(0, at)
    trail = [...beneath, { thing, layer, byKeys: thing.matches(':focus-visible'), spot: null }]
  }
  // Whoever presses beside everything wants nothing to have it. What has just gone is told apart when it has gone.
  const left = () =>
    queueMicrotask(() => {
      if (isNowhere() && trail.at(-1)?.thing.isConnected) trail = []
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
  // What led here was pressed, and has gone before this came.
  else if (navigator.userActivation.hasBeenActive) lend(document.querySelector('h1'))
}

function isNowhere(): boolean {
  return document.activeElement === document.body || document.activeElement === null
}

function layerOf(thing: Element): Element | null {
  return [...document.body.children].find((each) => each.contains(thing)) ?? null
}

/** Where a thing stood, after what has gone since. What has only moved is still there. */
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

/** Gives the focus to what is held, or to what stands where it stood; says whether it was taken. */
function takesOver(held: Held): boolean {
  const { thing, byKeys, spot } = held
  if (thing.isConnected) return takes(thing)
  const region = regionOf(held)
  if (!region || !spot) return false
  return (byKeys && takesBeside(spot, region, thing)) || lend(region)
}

/** What has come into the place or stands after it, then what stands before it, and so outwards as far as the region. */
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

/** What can be focused takes it as a whole; of a row the same kind of button, else the first. */
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

/** The focus for a region, which is no stop for Tab, as long as nothing else takes it. */
function lend(region: HTMLElement | null): boolean {
  if (!region) return false
  if (!region.hasAttribute('tabindex')) {
    region.tabIndex = -1
    region.addEventListener('blur', () => region.removeAttribute('tabindex'), { once: true })
  }
  return takes(region)
}

/** Where nothing is left of the region: the dialog that is open, else the stage; of another page, which may yet come, the heading. */
function takeAny(first: Held | undefined): void {
  const isOtherPage = first?.spot?.parent === first?.layer
  const stage = isOtherPage ? null : document.querySelector<HTMLElement>(STAGE)
  lend([...document.querySelectorAll<HTMLElement>(DIALOGS)].at(-1) ?? stage ?? document.querySelector('h1'))
}

function afterFrames(frames: number, then: () => void): void {
  requestAnimationFrame(() => (frames > 1 ? afterFrames(frames - 1, then) : then()))
}
