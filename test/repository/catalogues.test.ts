import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const client = join(import.meta.dirname, '..', '..', 'src', 'client')
const screens = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))

// What people read or hear of an element, beside what stands in it.
const READ = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'name',
  'help',
  'means',
])
const LETTER = /\p{L}/u

/** Every word that a component says by itself, and not by a catalogue. */
function ownWords(name: string): string[] {
  const { program, errors } = parseSync(name, readFileSync(join(client, name), 'utf8'))
  expect(errors, name).toEqual([])
  const found: string[] = []
  const look = (node: unknown, isRead: boolean): void => {
    if (Array.isArray(node)) return node.forEach((each) => look(each, isRead))
    if (typeof node !== 'object' || node === null || !('type' in node)) return undefined
    const of = node as Record<string, unknown> & { type: string }
    if (of.type === 'JSXText' && LETTER.test(String(of['value']))) found.push(String(of['value']).trim())
    if (isRead && of.type === 'Literal' && typeof of['value'] === 'string' && LETTER.test(of['value']))
      found.push(of['value'])
    if (isRead && of.type === 'TemplateElement' && LETTER.test((of['value'] as { raw: string }).raw))
      found.push((of['value'] as { raw: string }).raw)
    for (const [key, child] of Object.entries(of)) {
      if (key === 'type' || key === 'start' || key === 'end') continue
      look(child, reads(of, key, isRead))
    }
    return undefined
  }
  look(program, false)
  return found.map((words) => `${name}: ${words}`)
}

/** Whether what stands here comes to be read: in an element, or in an attribute that is read; a comparison or an argument is not. */
function reads(node: Record<string, unknown> & { type: string }, key: string, isRead: boolean): boolean {
  if (node.type === 'JSXAttribute') return READ.has((node['name'] as { name: string }).name) && isText(node)
  if (node.type === 'JSXExpressionContainer' || node.type === 'TemplateLiteral') return isRead
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return key === 'children'
  if (node.type === 'ConditionalExpression') return isRead && key !== 'test'
  if (node.type === 'LogicalExpression') return isRead && key === 'right'
  return false
}

/** `name` of a field is for machines, and `name` of a part of ours is read. */
function isText(node: Record<string, unknown>): boolean {
  return (
    (node['name'] as { name: string }).name !== 'name' ||
    (node['value'] as { type?: string } | null)?.type !== 'Literal'
  )
}

test('[LANG-4] a component says nothing by itself: all words come from a catalogue', () => {
  expect(screens.length).toBeGreaterThan(50)
  expect(screens.flatMap(ownWords)).toEqual([])
})
