import { Search } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { Autocomplete, Input, Menu, MenuItem, Text, TextField } from 'react-aria-components'
import { keyName } from '../shortcuts/index.ts'
import type { Reason } from '../acts/index.ts'
import type { RoomMessages } from '../../i18n/messages.ts'
import type { Line } from './entries.ts'
import styles from './Palette.module.css'

type Props = {
  typed: string
  onTyped: (typed: string) => void
  words: RoomMessages
  lines: readonly Line[]
  onChoose: (id: string) => void
}

/** The field and the results: arrow keys choose, Enter does it. [PALETTE-3] */
export function PaletteList({ typed, onTyped, words, lines, onChoose }: Props) {
  const { core, room, palette } = words
  const list = useRef<HTMLDivElement>(null)
  const choose = (line: Line | undefined) => {
    // A line that cannot be done now can be focused, so that its reason is read, but not chosen.
    if (line && line.why === null) onChoose(line.id)
  }
  // Viewers arrive from the server after the key, and no line is focused then: Enter means the first line.
  const onEnter = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key !== 'Enter' || nativeEvent.isComposing || typed.trim() === '') return
    if (!list.current?.querySelector('[data-focused]')) choose(lines[0])
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={onTyped}>
      <TextField aria-label={palette.search} autoFocus className={styles.search ?? ''}>
        <Search aria-hidden size={18} />
        <Input placeholder={palette.search} dir="auto" maxLength={100} enterKeyHint="go" onKeyDown={onEnter} />
      </TextField>
      <Menu
        ref={list}
        aria-label={palette.results}
        className={styles.list ?? ''}
        data-typed={typed.trim() !== ''}
        items={lines}
        onAction={(id) => choose(lines.find((line) => line.id === id))}
        renderEmptyState={() => (
          <p className={styles.nothing} role="status">
            <b>{palette.nothing}</b>
            <span>{room.nobodyFoundHelp}</span>
          </p>
        )}
      >
        {({ id, name, who, icon: Icon, why, stops, key }) => (
          <MenuItem
            id={id}
            className={styles.item ?? ''}
            textValue={`${name} ${who}`}
            data-stops={stops}
            data-possible={why === null}
            // No line is a link.
            render={(props) => ('href' in props ? <></> : <div {...props} aria-disabled={why !== null || undefined} />)}
          >
            <Icon aria-hidden size={18} strokeWidth={1.9} />
            <Text slot="label" className={styles.words ?? ''}>
              <span>{name}</span>
              {who && <bdi className={styles.who}>{who}</bdi>}
            </Text>
            {why && (
              <Text slot="description" className={styles.why ?? ''}>
                {reasonIn(why, core.refusal, palette.why)}
              </Text>
            )}
            {key && <kbd className={styles.key}>{keyName(key, palette.ctrl)}</kbd>}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}

type ReasonWords<R extends Reason> = Record<R, string>

function reasonIn(
  why: Reason,
  refusals: RoomMessages['core']['refusal'],
  own: ReasonWords<Exclude<Reason, keyof RoomMessages['core']['refusal']>>,
): string {
  return { ...refusals, ...own }[why]
}
