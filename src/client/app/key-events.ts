import { options } from 'preact'

/**
 * Gives the pages around the rooms key events whose fields can be copied. React Aria copies an event field by field (`createEventHandler`), as
 * React's own can be; a browser's, which Preact hands on, keeps its fields in its prototype, and Escape would close nothing.
 */
export function copyableKeyEvents(): void {
  const before = options.event?.bind(options)
  options.event = (event: Event): unknown => {
    const handed: unknown = before?.(event) ?? event
    return event instanceof KeyboardEvent ? copyOf(event) : handed
  }
}

/** The event with all of its fields as own ones; what is done to it is done to the event. */
function copyOf(event: KeyboardEvent): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const name in event) {
    const field: unknown = Reflect.get(event, name)
    copy[name] = typeof field === 'function' ? field.bind(event) : field
  }
  return copy
}
