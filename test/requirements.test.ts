import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requirements } from '../src/client/text/en/requirements.ts'

test('docs/requirements.md says what the page of requirements says', () => {
  const parts = requirements.parts.map(
    ({ heading, lines }) => `## ${heading}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`,
  )
  const written = readFileSync(join(import.meta.dirname, '..', 'docs', 'requirements.md'), 'utf8')
  expect(written).toBe([`# ${requirements.title}\n`, ...parts].join('\n'))
})
