import { Captions, Music, Pause, Play, Volume2, VolumeX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { ContentAbout, contentPath } from '../../../../protocol/portal/content.ts'
import type { Content, Playback } from '../../../../protocol/presenting/content.ts'
import { positionAt } from '../../../../rules/content/playback.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { useRemembered } from '../../../ui/hooks/use-remembered.ts'
import { useJson } from '../fetch-json.ts'
import { clockTime } from './clock-time.ts'
import view from '../content-view.module.css'
import styles from './FilmView.module.css'
import { keepInStep, showCaptions } from './keep-in-step.ts'
import { useVolume } from './use-volume.ts'

type Props = { content: Content; playback: Playback; leads: boolean }

/**
 * A film or a sound, in step for everybody; its volume is one's own. `leads`: whether one plays, pauses and seeks it for all. [PRESENT-6]
 */
export function FilmView({ content, playback, leads }: Props) {
  const t = useMessages('content')
  const call = useCall()
  const { document: id, name, kind, durationMs } = content.item
  const path = contentPath(
    useLive(({ session }) => session.room),
    id,
  )
  const hasCaptions = useJson(ContentAbout, `${path}/about`)?.hasCaptions === true
  const [isCaptioned, setCaptioned] = useRemembered('captions', true)
  const player = useRef<HTMLVideoElement>(null)
  const [isBlocked, setBlocked] = useState(false)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    const now = () => Date.now() + call.state.clockOffset
    return player.current ? keepInStep(player.current, { playback, durationMs, now }, setBlocked) : undefined
  }, [call, playback, durationMs])
  useEffect(() => {
    for (const track of player.current?.textTracks ?? []) showCaptions(track, isCaptioned)
  }, [hasCaptions, isCaptioned])
  const volume = useVolume(player)
  const now = usePosition(content, playback)
  const isOver = durationMs !== null && now >= durationMs
  const ask = (to: Partial<Pick<Playback, 'playing' | 'positionMs'>>) =>
    void call.ask({ type: 'playContent', document: id, playing: playback.playing, positionMs: Math.round(now), ...to })
  // Where it is dragged to is told once, when it is let go of.
  const [sought, setSought] = useState<number | null>(null)
  const seek = () => {
    if (sought !== null) ask({ positionMs: sought })
    setSought(null)
  }
  return (
    <div className={view.view} role="group" aria-label={(kind === 'film' ? t.film : t.sound)({ file: name })}>
      <div className={view.shown}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- where somebody brought captions it has them */}
        <video
          ref={player}
          className={styles.film}
          src={`${path}/film`}
          {...(kind === 'film' && { poster: `${path}/poster` })}
          playsInline
          preload="auto"
          onError={() => setBroken(true)}
          onLoadedData={() => setBroken(false)}
        >
          {hasCaptions && <track kind="captions" src={`${path}/captions`} label={t.captions} default={isCaptioned} />}
        </video>
        {kind === 'sound' && (
          <span className={styles.sound}>
            <Music aria-hidden size={48} strokeWidth={1.5} />
            <bdi>{name}</bdi>
          </span>
        )}
        {isBroken && (
          <p role="status" className={view.fault}>
            {t.fault.gone}
          </p>
        )}
        {isBlocked && (
          <span className={styles.blocked}>
            <Button
              look="primary"
              icon={Play}
              onPress={() => void player.current?.play().then(() => setBlocked(false))}
            >
              {t.playHere}
            </Button>
          </span>
        )}
      </div>
      <div className={`${view.bar} ${styles.bar}`} role="toolbar" aria-label={t.player}>
        {leads && (
          <IconButton
            icon={playback.playing && !isOver ? Pause : Play}
            label={playback.playing && !isOver ? t.pause : t.play}
            surface="glass"
            onPress={() => ask(isOver ? { playing: true, positionMs: 0 } : { playing: !playback.playing })}
          />
        )}
        <input
          type="range"
          aria-label={t.position}
          aria-valuetext={clockTime(now)}
          min={0}
          max={durationMs ?? Math.max(now, 1)}
          step={1_000}
          value={sought ?? Math.min(now, durationMs ?? now)}
          disabled={!leads || durationMs === null}
          onChange={(event) => setSought(Number(event.currentTarget.value))}
          onPointerUp={seek}
          onKeyUp={seek}
          onBlur={seek}
        />
        <span className={styles.time} dir="ltr">
          {durationMs === null ? clockTime(now) : `${clockTime(now)} / ${clockTime(durationMs)}`}
        </span>
        {hasCaptions && (
          <IconButton
            icon={Captions}
            label={t.captions}
            surface="glass"
            pressed={isCaptioned}
            onPress={() => setCaptioned(!isCaptioned)}
          />
        )}
        <IconButton
          icon={volume.value === 0 ? VolumeX : Volume2}
          label={volume.value === 0 ? t.unmute : t.mute}
          surface="glass"
          onPress={volume.turn}
        />
        <input
          type="range"
          className={styles.volume}
          aria-label={t.volume}
          min={0}
          max={1}
          step={0.05}
          value={volume.value}
          onChange={(event) => volume.set(Number(event.currentTarget.value))}
        />
      </div>
    </div>
  )
}

/** Where the film is for everybody, in ms, as it moves on. */
function usePosition({ item: { durationMs } }: Content, playback: Playback): number {
  const call = useCall()
  const [now, setNow] = useState({ playback, position: playback.positionMs })
  useEffect(() => {
    const look = () =>
      setNow({ playback, position: positionAt(playback, Date.now() + call.state.clockOffset, durationMs) })
    look()
    const timer = playback.playing ? setInterval(look, 500) : undefined
    return () => clearInterval(timer)
  }, [call, playback, durationMs])
  return now.playback === playback ? now.position : playback.positionMs
}
