import { Ban, ImagePlus, UserRound } from 'lucide-react'
import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import { BACKGROUNDS, SCENES, type Background } from '../../call/background/background.ts'
import { keptPicture, takePicture } from '../../call/background/own-picture.ts'
import { sceneAddress } from '../../call/background/scenes.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useDevices } from '../../state/use-call.ts'
import styles from './BackgroundPicker.module.css'

/** The backgrounds as thumbnails, and a file of one's own. A choice acts at once. [BACKGROUND-5] */
export function BackgroundPicker() {
  const t = useMessages('background')
  const { devices } = useCall()
  const background = useDevices((state) => state.background)
  const [own, ownTaken] = useOwnPicture()
  const [message, setMessage] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)

  const choose = (chosen: Background) => {
    setMessage(null)
    void devices.setBackground(chosen)
  }
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (!file) return
    const taken = await takePicture(file)
    // So that the same file can be chosen again.
    target.value = ''
    if ('fault' in taken) return setMessage(t.fault[taken.fault])
    ownTaken()
    choose('own')
    if (!taken.kept) setMessage(t.notStored)
  }
  return (
    <div className={styles.picker}>
      <ListBox
        aria-label={t.background}
        layout="grid"
        className={styles.choices ?? ''}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[background]}
        onSelectionChange={(keys) => {
          const chosen = BACKGROUNDS.find((each) => keys !== 'all' && keys.has(each))
          if (chosen) choose(chosen)
        }}
      >
        {BACKGROUNDS.filter((each) => each !== 'own' || own).map((each) => (
          <ListBoxItem key={each} id={each} textValue={t.kind[each]} className={styles.choice ?? ''}>
            <Picture of={each} own={own} />
            <Text slot="label" className={styles.name ?? ''}>
              {t.kind[each]}
            </Text>
          </ListBoxItem>
        ))}
      </ListBox>
      <input ref={input} type="file" accept="image/*" hidden onChange={(event) => void take(event)} />
      <Button size="small" icon={ImagePlus} onPress={() => input.current?.click()} describedBy={HELP}>
        {t.upload}
      </Button>
      <p id={HELP} className={styles.help}>
        {t.uploadHelp}
      </p>
      <p role="alert" className={styles.said} data-there={message !== null}>
        {message}
      </p>
    </div>
  )
}

const HELP = 'own-picture-help'

/** The thumbnail of a background. */
function Picture({ of, own }: { of: Background; own: string | null }) {
  const scene = SCENES.find((each) => each === of)
  const address = of === 'own' ? own : sceneAddress[scene ?? 'study']
  const isBlur = of === 'blur' || of === 'slight-blur'
  return (
    <span className={styles.picture} data-of={of} data-surface="stage">
      {of === 'none' ? <Ban aria-hidden size={24} strokeWidth={1.75} /> : <img src={address ?? ''} alt="" />}
      {isBlur && <UserRound aria-hidden size={30} strokeWidth={1.75} />}
    </span>
  )
}

/** The address of the picture stored on this device, and a function to call when it has changed. */
function useOwnPicture(): [string | null, () => void] {
  const [taken, setTaken] = useState(0)
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let isOver = false
    const show = async () => {
      const picture = await keptPicture()
      if (!picture || isOver) return
      made = URL.createObjectURL(picture)
      setAddress(made)
    }
    void show()
    return () => {
      isOver = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [taken])
  return [address, () => setTaken((before) => before + 1)]
}
