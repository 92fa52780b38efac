import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rowsOfVariables } from '../../src/server/config.ts'

const HEAD = ['| variable | default | meaning |', '| --- | --- | --- |']

test('the README’s table has a row for every variable, with its default, and no other', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')
  const table = /<!-- configuration -->\n([\s\S]*)\n<!-- \/configuration -->/.exec(readme)?.[1]
  expect(table?.split('\n'), 'README.md, between the marks of the configuration').toEqual([
    ...HEAD,
    ...rowsOfVariables(),
  ])
})
