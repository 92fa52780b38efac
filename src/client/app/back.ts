import { useEffect, useEffectEvent } from 'react'
import { Layers } from './layers.ts'

const SPARE = 'spare'
/** The browser itself only reports going back and forward; wouter reports the rest. */
const MOVES = ['popstate', 'pushState', 'replaceState']

/** What lies over the page of this tab. */
export const layers = new Layers({
  path: () => location.pathname,
  isSpare: () => history.state === SPARE,
  addSpare: () => history.pushState(SPARE, ''),
  back: (entries) => history.go(-entries),
})

/** Makes going back close what lies over the page first. [PHONE-6] */
export function useBack(): void {
  useEffect(() => {
    const moved = () => layers.moved()
    for (const event of MOVES) addEventListener(event, moved)
    return () => {
      for (const event of MOVES) removeEventListener(event, moved)
    }
  }, [])
}

/** Registers something over the page while `isOpen`; without `close` it must be answered. */
export function useLayer(isOpen: boolean, close: (() => void) | undefined): void {
  const isClosable = close !== undefined
  const onBack = useEffectEvent(() => close?.())
  useEffect(() => (isOpen ? layers.open(isClosable ? () => onBack() : null) : undefined), [isOpen, isClosable])
}
