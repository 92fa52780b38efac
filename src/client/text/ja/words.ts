import { words as english, type Words } from '../en/words.ts'
import { part } from '../part.ts'
import { core } from './core.ts'
import { panel } from './panel.ts'

export const words: Words = {
  ...english,
  core,
  panel,
  parts: {
    ...english.parts,
    background: part(async () => (await import('./background.ts')).background),
    feedback: part(async () => (await import('./feedback.ts')).feedback),
  },
}
