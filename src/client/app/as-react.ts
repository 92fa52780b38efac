import { options, type VNode } from 'preact'

/** Has Preact do two things that React does, and on which the pages around the rooms count. */
export function asReact(): void {
  const [event, diffed] = [options.event?.bind(options), options.diffed?.bind(options)]
  options.event = (given: Event): unknown => {
    const handed: unknown = event?.(given) ?? given
    return given instanceof KeyboardEvent ? copyOf(given) : handed
  }
  options.diffed = (vnode) => {
    diffed?.(vnode)
    showText(vnode)
  }
}

/**
 * The event with all of its fields as own ones; what is done to it is done to the event. React Aria copies an event field by field
 * (`createEventHandler`), as React's own can be; a browser's keeps its fields in its prototype, and Escape would close nothing.
 */
function copyOf(event: KeyboardEvent): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const name in event) {
    const field: unknown = Reflect.get(event, name)
    copy[name] = typeof field === 'function' ? field.bind(event) : field
  }
  return copy
}

/**
 * [LANG-6] Shows a changed text where a translation in the browser has put other nodes in the place of ours, which Preact goes on changing. Where
 * its element is, Preact tells nobody but its own tools, under this name.
 */
function showText(vnode: VNode): void {
  const { children } = vnode.props
  if (typeof children !== 'string' && typeof children !== 'number') return
  const element: unknown = typeof vnode.type === 'string' ? Reflect.get(vnode, '__e') : null
  if (element instanceof HTMLElement && element.textContent !== String(children)) element.textContent = String(children)
}
