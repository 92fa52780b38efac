import { expect, expectTypeOf, test } from 'vitest'
import { Command } from '../protocol/commands.ts'
import type { CommandRow, CommandRows } from './command-row.ts'
import { COMMANDS, rateOf } from './commands-table.ts'

test('a command is known only with all that is to be known of it', () => {
  type Row = CommandRow<Extract<Command, { type: 'raiseHand' }>>
  expectTypeOf<Omit<Row, 'rate'>>().not.toExtend<Row>()
  expectTypeOf<Omit<Row, 'may'>>().not.toExtend<Row>()
  expectTypeOf<Omit<Row, 'decide'>>().not.toExtend<Row>()
  expectTypeOf<Omit<typeof COMMANDS, 'raiseHand'>>().not.toExtend<CommandRows<Command['type']>>()
  expect(Object.keys(COMMANDS).toSorted()).toEqual(
    Command.options.map((option) => option.entries.type.literal).toSorted(),
  )
})

test('[LEAVE-3] what only takes back what is one’s own is counted apart, and a hand with other hands', () => {
  const rates = (['turnMicrophone', 'turnCamera'] as const).flatMap((type) =>
    [true, false].map((on) => rateOf({ type, on })),
  )
  expect(rates).toEqual(['act', 'selfReducing', 'act', 'selfReducing'])
  const bare = ['leave', 'leaveStage', 'raiseHand', 'askToJoin', 'clearHands'] as const
  expect(bare.map((type) => rateOf({ type }))).toEqual(['selfReducing', 'selfReducing', 'hand', 'hand', 'act'])
})
