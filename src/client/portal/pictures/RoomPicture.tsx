import { useState } from 'react'
import type { RoomPictures, RoomPlace } from '../../../protocol/rooms.ts'
import { useMessages } from '../../i18n/messages.ts'
import type { Keeper } from './keeper.ts'
import { PictureField } from './PictureField.tsx'

type Props = {
  place: RoomPlace
  /** What the room has to begin with. */
  pictures: RoomPictures | null
  keeperOf: (place: RoomPlace) => Keeper
  /** The room is not made yet. */
  isLater?: boolean
}

/** One of a room's pictures, in its form. */
export function RoomPicture({ place, pictures, keeperOf, isLater = false }: Props) {
  const words = useMessages('pictures')
  const [path, setPath] = useState(pictures?.[place] ?? null)
  const means = { picture: words.pictureHelp, logo: words.logoHelp, waiting: words.waitingHelp }[place]
  return (
    <PictureField
      label={words[place]}
      help={means}
      isLater={isLater}
      path={path}
      keeper={keeperOf(place)}
      onChange={setPath}
    />
  )
}
