import { useState } from 'react'
import { picturePath } from '../../../protocol/http.ts'
import type { PictureId } from '../../../protocol/types.ts'
import styles from './Face.module.css'

/** The picture of somebody's account over their initials, which stay where it has not come or cannot be had. [PICTURE-6] */
export function Face({ picture }: { picture: PictureId | undefined }) {
  const [gone, setGone] = useState<PictureId | null>(null)
  if (picture === undefined || picture === gone) return null
  return (
    <img
      src={picturePath(picture)}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      className={styles.picture}
      onError={() => setGone(picture)}
    />
  )
}
