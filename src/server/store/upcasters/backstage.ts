/** 1 → 2: backstage was called the wings. */
export function backstage(event: Record<string, unknown>): Record<string, unknown> {
  return event['type'] === 'cameToWings' ? { ...event, type: 'cameBackstage' } : event
}
