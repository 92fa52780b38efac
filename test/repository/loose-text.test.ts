import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const client = join(import.meta.dirname, '..', '..', 'src', 'client')
const screens = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))

type Node = Record<string, unknown> & { type: string; start: number; end: number }

/** What components are given to draw, by name: elements, and never a bare word. A button puts what it is given into one of its own. */
const GIVEN = new Set(['children', 'acts', 'head', 'rows', 'over', 'opened', 'chip', 'card'])

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
const list = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])

/** All nodes of a tree. */
function* within(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* within(each)
  if (!isNode(value)) return
  yield value
  for (const child of Object.values(value)) yield* within(child)
}

/** Whether what an expression gives is an element, or nothing. `known`: the constants of the file that are. */
function isElement(value: unknown, known: ReadonlySet<string>): boolean {
  if (!isNode(value)) return true
  const is = (each: unknown) => isElement(each, known)
  switch (value.type) {
    case 'JSXElement':
    case 'JSXFragment':
    case 'JSXEmptyExpression':
      return true
    case 'Literal':
      return value['value'] === null
    case 'ParenthesizedExpression':
      return is(value['expression'])
    case 'LogicalExpression':
      return is(value['right'])
    case 'ConditionalExpression':
      return is(value['consequent']) && is(value['alternate'])
    case 'Identifier':
      return known.has(String(value['name'])) || GIVEN.has(String(value['name']))
    case 'MemberExpression':
      return GIVEN.has(String((value['property'] as Node)['name']))
    case 'CallExpression':
      return isElement(value['callee'], known) || list(value['arguments']).some((each) => is(givenBy(each)))
    default:
      return false
  }
}

/** What a function gives in the end: `map` and the like are given one that draws. */
function givenBy({ type, body }: Node): unknown {
  if (type !== 'ArrowFunctionExpression' || !isNode(body)) return { type: 'other' }
  return body.type === 'BlockStatement' ? list(body['body']).at(-1)?.['argument'] : body
}

/** The words of a screen that stand beside something else, instead of alone in an element of their own. */
function looseText(name: string, source: string): string[] {
  const { program, errors } = parseSync(name, source)
  expect(errors, name).toEqual([])
  const known = new Set<string>()
  for (const node of within(program))
    if (node.type === 'VariableDeclarator' && isNode(node['init']) && isElement(node['init'], known))
      known.add(String((node['id'] as Node)['name']))
  return [...within(program)].flatMap((node) => {
    if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return []
    const children = list(node['children']).filter((child) => !isLayout(child))
    const isAlone = children.length === 1 && node.type === 'JSXElement'
    const loose = isAlone ? [] : children.filter((child) => !isElement(child['expression'] ?? child, known))
    return loose.map(({ start, end }) => `${name}: ${source.slice(start, end)}`)
  })
}

/** Line breaks between the lines of the source, and what is no child at all. */
function isLayout({ type, value, expression }: Node): boolean {
  if (type === 'JSXText') return /^\s*\n\s*$/.test(String(value))
  return isNode(expression) && expression.type === 'JSXEmptyExpression'
}

test('[LANG-6] words stand alone in their elements, so that whatever puts something in their place takes nothing else with it', () => {
  expect(looseText('a.tsx', 'const A = () => <p><b>{a}</b> {b}</p>')).toHaveLength(2)
  expect(looseText('a.tsx', 'const A = () => <p>{a && <b>{a}</b>}<i>{`${b} c`}</i></p>')).toEqual([])
  expect(screens.length).toBeGreaterThan(50)
  expect(screens.flatMap((name) => looseText(name, readFileSync(join(client, name), 'utf8')))).toEqual([])
})
