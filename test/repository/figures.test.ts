import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { changesOf, paceBetween } from '../../bench/comparison.ts'
import { figuresPage } from '../../bench/figures.ts'
import { readReports, rowOf, verdictOf, type Report, type Row } from '../../bench/report.ts'

const report = (name: string, ...rows: Row[]): Report => ({
  name,
  command: `npm run bench:${name}`,
  measured: '2026-11-26',
  machine: 'one',
  rows,
})
const textOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('the page of figures is made of what was kept', () => {
  expect(textOf('docs/figures.md')).toBe(figuresPage(readReports(textOf('bench/baseline.json'))))
})

test('within a fifth two figures are the same', () => {
  const then = report('act', rowOf('mute', 'ms', { p50: 100 }))
  const changes = (p50: number) => changesOf(report('act', rowOf('mute', 'ms', { p50 })), then, 1)
  expect(changes(119)).toEqual([])
  expect(changes(84)).toEqual([])
  expect(changes(150)).toMatchObject([{ what: 'mute', was: 100, now: 150, ratio: 1.5 }])
  expect(changes(50)).toMatchObject([{ ratio: 0.5 }])
})

test('a slow day of the machine is no worse figure', () => {
  const joinTook = (value: number) => report('pace', rowOf('a join', 'ms', { value }))
  const pace = paceBetween([joinTook(0.6)], [joinTook(0.3)])
  const act = (p50: number) => report('act', rowOf('mute', 'ms', { p50 }))
  expect(changesOf(act(200), act(100), pace)).toEqual([])
  const weight = (value: number) => report('weight', rowOf('script', 'kB', { value }))
  expect(changesOf(weight(200), weight(100), pace)).toMatchObject([{ ratio: 2 }])
})

test('what had a bare server beside it is measured by that', () => {
  const joins = (value: number, bare: number) =>
    report('storm', rowOf('joins a second', '/s', { value }, { better: 'more', bare }))
  expect(changesOf(joins(500, 2_000), joins(1_000, 4_000), 1)).toEqual([])
  expect(changesOf(joins(500, 4_000), joins(1_000, 4_000), 1)).toMatchObject([{ ratio: 2 }])
})

test('a figure meets its goal, its floor, or neither', () => {
  const joined = (value: number) =>
    verdictOf(rowOf('joins a second', '/s', { value }, { better: 'more', floor: 600, goal: 1_000 }))
  expect([joined(1_000), joined(600), joined(599)]).toEqual(['goal met', 'floor met', 'missed'])
  expect(verdictOf(rowOf('joins a second', '/s', { value: 1 }))).toBeNull()
})
