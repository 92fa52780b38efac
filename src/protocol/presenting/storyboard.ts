import * as v from 'valibot'
import { Document } from '../portal/content.ts'
import { Id } from '../types.ts'

/** The most files of a storyboard. [STORYBOARD-1] */
export const STORYBOARD_MAX = 100
/** The longest name of a saved one, in characters (code points), and how many a room keeps. [STORYBOARD-4] */
export const STORYBOARD_NAME_MAX = 40
export const STORYBOARDS_MAX = 50

/** GET /api/rooms/:room/storyboard: the files of the strip, in order. Each change is made on a `revision`. */
export const Storyboard = v.object({ revision: v.number(), documents: v.array(Document) })
export type Storyboard = v.InferOutput<typeof Storyboard>

/** POST to the same: the files in their new order, and the revision that was seen. */
export const StoryboardChange = v.object({
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  documents: v.pipe(v.array(Id), v.maxLength(1_000)),
})

/** A storyboard that was saved under a name; `at` when, in ms since 1970. */
const Saved = v.object({ id: Id, name: v.string(), documents: v.number(), at: v.number() })

/** GET /api/rooms/:room/storyboards: those that were saved, by name. */
export const Storyboards = v.object({ storyboards: v.array(Saved) })
export type Storyboards = v.InferOutput<typeof Storyboards>

/** POST to the same saves the strip, POST …/:id gives a saved one another name. */
export const StoryboardName = v.object({ name: v.pipe(v.string(), v.maxLength(4_000)) })
