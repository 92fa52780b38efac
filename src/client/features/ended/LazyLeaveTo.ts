import { lazyPart } from '../../ui/hooks/lazy-part.tsx'

/** Where a room leads on to whoever leaves it. */
export const LazyLeaveTo = lazyPart(async () => (await import('../../portal/room-form/LeaveTo.tsx')).LeaveTo)
