import type { LucideIcon } from 'lucide-react'
import { Fragment, useRef, type RefObject } from 'react'
import { useMenu, useMenuItem } from 'react-aria/useMenu'
import { useSeparator } from 'react-aria/useSeparator'
import { Item } from 'react-stately/Item'
import { useTreeState, type TreeState } from 'react-stately/useTreeState'

/** `starts`: a separator comes before it. `stops`: it takes something away. */
export type Act = {
  id: string
  name: string
  icon: LucideIcon
  stops?: boolean
  starts?: boolean
  run: (opener: HTMLElement) => void
}

type Looks = { menu?: string; item?: string; line?: string }

type Props = {
  trigger: RefObject<HTMLButtonElement | null>
  label: string
  acts: readonly Act[]
  onClose: () => void
  looks: Looks
  /** How many are shown large, before the others. */
  large?: number
  /** Of the pictures, in px. */
  size: number
}

/**
 * The list in an opened menu, by React Aria's hooks. Its component makes the list in a document of its own, which only React can draw into, and
 * the pages around a room are drawn by Preact.
 */
export function MenuList({ trigger, label, acts, onClose, looks, size, large = 0 }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const state = useTreeState<Act>({
    items: acts,
    children: ({ id, name }) => (
      <Item key={id} textValue={name}>
        {name}
      </Item>
    ),
  })
  const act = (key: unknown) => {
    if (trigger.current) acts.find(({ id }) => id === key)?.run(trigger.current)
  }
  const { menuProps } = useMenu<Act>({ 'aria-label': label, autoFocus: 'first', onAction: act, onClose }, state, list)
  return (
    <ul {...menuProps} ref={list} className={looks.menu}>
      {acts.map((each, n) => (
        <Fragment key={each.id}>
          {each.starts && <Line look={looks.line} />}
          <ListItem act={each} state={state} look={looks.item} isLarge={n < large} size={n < large ? size + 2 : size} />
        </Fragment>
      ))}
    </ul>
  )
}

function Line({ look }: { look: string | undefined }) {
  const { separatorProps } = useSeparator({ elementType: 'li' })
  return <li {...separatorProps} className={look} />
}

type ItemProps = { act: Act; state: TreeState<Act>; look: string | undefined; isLarge: boolean; size: number }

function ListItem({ act: { id, name, icon: Icon, stops }, state, look, isLarge, size }: ItemProps) {
  const item = useRef<HTMLLIElement>(null)
  const { menuItemProps, isFocused, isFocusVisible } = useMenuItem({ key: id }, state, item)
  return (
    <li
      {...menuItemProps}
      ref={item}
      className={look}
      data-focused={isFocused || undefined}
      data-focus-visible={isFocusVisible || undefined}
      data-large={isLarge}
      data-stops={stops}
    >
      <Icon aria-hidden size={size} strokeWidth={1.9} />
      <span>{name}</span>
    </li>
  )
}
