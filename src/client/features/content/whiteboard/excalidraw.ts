import './asset-path.ts'
import {
  CaptureUpdateAction,
  languages,
  newElementWith,
  restoreElements,
  type Excalidraw,
  type reconcileElements,
} from '@excalidraw/excalidraw'
import type { ComponentProps } from 'react'
import type { BoardElement } from '../../../../protocol/presenting/whiteboard.ts'

// It leaves out languages of which it has too little, Hebrew among them; asked for one it turns the whole page to English, left to right.
const HEBREW = { code: 'he-IL', label: 'עברית', rtl: true }
if (!languages.some(({ code }) => code === HEBREW.code)) languages.push(HEBREW)

/** What Excalidraw lets its host do. */
export type Api = Parameters<NonNullable<ComponentProps<typeof Excalidraw>['excalidrawAPI']>>[0]
export type Remote = Parameters<typeof reconcileElements>[1]
type Elements = ReturnType<Api['getSceneElementsIncludingDeleted']>
type Drawn = NonNullable<Parameters<typeof restoreElements>[0]>

/** Elements of the wire, as Excalidraw draws them. */
export const drawnOf = (elements: readonly BoardElement[]) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server has looked at what the wire says of an element, Excalidraw at the rest
  restoreElements(elements as unknown as Drawn, null)

/** Elements of Excalidraw, as the wire has them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the wire says less of an element than Excalidraw
export const wireOf = (elements: Elements) => elements as unknown as readonly BoardElement[]

/** Deletes all that is drawn; it can be undone as any other stroke. */
export function clear(api: Api): void {
  const elements = api.getSceneElementsIncludingDeleted().map((each) => newElementWith(each, { isDeleted: true }))
  api.updateScene({ elements, captureUpdate: CaptureUpdateAction.IMMEDIATELY })
}
