import { useEffect } from 'react'

const PRODUCT = 'Rostrum'
// What is shown over something has the tab for itself.
const titles: { title: string }[] = []

/** What the tab says as long as this is shown, and nothing else that came later: of what is empty, the product's name. [ALERT-2] */
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
