/** Keeps the browser from opening a file that is dropped on the room in place of it. Returns a function that ends it. [CONTENT-12] */
export function keepPage(): () => void {
  addEventListener('dragover', keep)
  addEventListener('drop', keep)
  return () => {
    removeEventListener('dragover', keep)
    removeEventListener('drop', keep)
  }
}

function keep(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return
  // What takes files here says so itself.
  if (event.type === 'dragover' && !event.defaultPrevented) event.dataTransfer.dropEffect = 'none'
  event.preventDefault()
}
