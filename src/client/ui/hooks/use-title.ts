import { useEffect } from 'react'

const PRODUCT = 'Rostrum'
// The titles of everything that is shown; the last one is the tab's.
const titles: { title: string }[] = []

/** Sets the tab's title while the component is shown, unless a later one sets another; an empty one shows the product's name. [ALERT-2] */
export function useTitle(title: string): void {
  useEffect(() => {
    const mine = { title }
    titles.push(mine)
    show()
    return () => {
      titles.splice(titles.indexOf(mine), 1)
      show()
    }
  }, [title])
}

function show(): void {
  document.title = titles.at(-1)?.title || PRODUCT
}
