import { expect, test } from 'vitest'
import { fileName } from './download-text.ts'

test.each([
  ['Harbour library', 'Harbour library.md'],
  ['../../etc: "plan"?', 'etc plan.md'],
  ['שלום\u202E gpj.exe', 'שלום gpj.exe.md'],
  ['...', 'Rostrum.md'],
  ['図'.repeat(200), `${'図'.repeat(80)}.md`],
])('[NOTES-9] the notes of %o are the file %o', (room, file) => expect(fileName(room)).toBe(file))
