/** Reads a presenter's notes; runs in a process of its own (`worker.ts`). */
import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { say, working } from '../say.ts'
import { notesOf } from './notes.ts'

const NotesTold = v.object({ source: v.string() })

// Longer lines are not read, and notes are not worth a refusal.
const LETTERS_MAX = 200_000

await working(async () => {
  const { source } = v.parse(NotesTold, JSON.parse(process.argv[2] ?? ''))
  let letters = 0
  const notes = notesOf(await readFile(source)).map((note) => {
    letters += note.length
    return letters > LETTERS_MAX ? '' : note
  })
  say({ notes })
  say({ done: { title: null, chapters: [] } })
})
