import { countdown } from '@vitrine/core';
import { sourceOf, stageOf, targetLatencySeconds, type Room, type Source } from '@vitrine/core/rooms';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useNow } from '../app/browser.ts';
import { useWords } from './texts/index.ts';
import type { Talk } from './useTalk.ts';
import { loadPart } from '../app/loadPart.ts';
import { Overlays } from './Overlays.tsx';
import { StateBadge } from '../ui/badges.tsx';
import { Cover } from '../ui/Cover.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Fullscreen } from './useFullscreen.ts';
import { useProtocol } from './useProtocol.ts';
import './stage.css';

const Player = lazy(() => loadPart(() => import('./player/Player.tsx')));
const secondMillis = 1_000;

interface StageProps {
  readonly room: Room;
  readonly talk?: Talk | null;
  /** Of what the stage is a part of. */
  readonly fullscreen?: Fullscreen | undefined;
}

/** Where the picture is, or what stands in for it until there is one. */
export function Stage({ room, talk = null, fullscreen }: StageProps) {
  const source = useLingering(sourceOf(room), room.state === 'ENDED');
  const [protocol, chooseProtocol] = useProtocol(source);
  if (source === null) return <Standby room={room} talk={talk} fullscreen={fullscreen} />;
  return (
    <Suspense fallback={<Standby room={room} />}>
      {/* A replay is another picture than the show it was: the player starts afresh. */}
      <Player
        key={source.live ? 'live' : 'replay'}
        room={room}
        source={source}
        protocol={protocol}
        onProtocol={chooseProtocol}
        talk={talk}
        fullscreen={fullscreen}
      />
    </Suspense>
  );
}

const lingerMillis = targetLatencySeconds * 1_000;

/** The picture is behind the camera: when a show ends, its last words are still to be heard. */
function useLingering(source: Source | null, ended: boolean): Source | null {
  const [last, setLast] = useState(source);
  if (source !== null && !sameSource(source, last)) setLast(source);
  useEffect(() => {
    if (source !== null || last === null) return;
    const timer = setTimeout(() => setLast(null), ended ? lingerMillis : 0);
    return () => clearTimeout(timer);
  }, [source, last, ended]);
  return source ?? (ended ? last : null);
}

function sameSource(one: Source, other: Source | null): boolean {
  return other !== null && one.live === other.live && one.hls === other.hls && one.dash === other.dash;
}

function Standby({ room, talk = null, fullscreen }: StageProps) {
  const { t, formats } = useWords();
  const now = useNow(secondMillis);
  const stage = stageOf(room, now);
  const loading = stage === 'live' || stage === 'replay';
  return (
    <div className={`stage stage-${stage}`}>
      <div className="stage-backdrop" aria-hidden="true">
        <Cover room={room} />
      </div>
      <div className="stage-text" role="status">
        {loading ? (
          <span className="spinner" />
        ) : (
          <>
            <StateBadge state={room.state} />
            <p className="stage-title">{t(`stage.${stage}`)}</p>
            {stage === 'upcoming' && <Countdown room={room} now={now} />}
            {stage === 'interrupted' && <span className="stage-pulse" />}
            <p className="stage-note">
              {t(`stage.${stage}.note`, { when: formats.dateTime(room.startsAt, now) })}
            </p>
          </>
        )}
      </div>
      {fullscreen?.full && (
        <button
          type="button"
          className="stage-leave"
          aria-label={t('player.exitFullscreen')}
          onClick={fullscreen.toggle}
        >
          <Icon name="shrink" />
        </button>
      )}
      {stage === 'interrupted' && talk !== null && (
        <Overlays on="interrupted" room={room} talk={talk} engine={null} />
      )}
    </div>
  );
}

const units = ['days', 'hours', 'minutes', 'seconds'] as const;

function Countdown({ room, now }: { room: Room; now: number }) {
  const { t, formats } = useWords();
  const left = countdown(room.startsAt, now);
  return (
    <>
      <p className="countdown" role="timer" aria-live="off">
        {units
          .filter((unit) => unit !== 'days' || left.days > 0)
          .map((unit) => (
            <span key={unit}>
              <b>{String(left[unit]).padStart(2, '0')}</b> {t(`stage.${unit}`)}
            </span>
          ))}
      </p>
      <p className="stage-when">{formats.dateTime(room.startsAt, now)}</p>
    </>
  );
}
