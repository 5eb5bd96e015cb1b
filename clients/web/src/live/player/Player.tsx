import type { Protocol, Room, Source } from '@vitrine/core/rooms';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { useWords } from '../texts/index.ts';
import { Overlays } from '../Overlays.tsx';
import type { Talk } from '../useTalk.ts';
import { Cover } from '../../ui/Cover.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Controls } from './Controls.tsx';
import { pressKey } from './keys.ts';
import { StatsPanel } from './StatsPanel.tsx';
import { useEngine } from './useEngine.ts';
import { useFullscreen, type Fullscreen } from '../useFullscreen.ts';
import { useIdle } from './useIdle.ts';
import './player.css';

interface PlayerProps {
  readonly room: Room;
  readonly source: Source;
  readonly protocol: Protocol;
  readonly onProtocol: (protocol: Protocol) => void;
  readonly talk: Talk | null;
  /** Of what the picture is a part of; of the picture alone when absent. */
  readonly fullscreen?: Fullscreen | undefined;
}

/** The picture with its controls, for a live show and for a replay. */
export default function Player({ room, source, protocol, onProtocol, talk, fullscreen: whole }: PlayerProps) {
  const { t } = useWords();
  const stage = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [engine, state] = useEngine(video, source, protocol, room.id);
  const [statsShown, setStatsShown] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const idle = useIdle(stage);
  const alone = useFullscreen(stage);
  const fullscreen = whole ?? alone;
  const toggleStats = () => setStatsShown((shown) => !shown);
  const hidden = idle && !menuOpen && state.phase === 'playing';

  useEffect(() => {
    if (engine === null) return;
    const onKey = (event: KeyboardEvent) => {
      const actions = { engine, stage: stage.current, fullscreen: fullscreen.toggle, stats: toggleStats };
      if (pressKey(event, actions)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [engine, fullscreen.toggle]);

  return (
    <div
      ref={stage}
      className={classes(state.upright, hidden, alone.full)}
      role="group"
      aria-label={t('player.label')}
    >
      <div className="player-backdrop" aria-hidden="true">
        <Cover room={room} />
      </div>
      <video
        ref={video}
        className={state.started ? 'started' : undefined}
        playsInline
        preload="auto"
        crossOrigin="anonymous"
        aria-label={room.title}
        onClick={(event) => !byTouch(event) && engine?.toggle()}
        onDoubleClick={fullscreen.toggle}
      />
      {engine !== null && (
        <>
          {talk !== null && (
            <Overlays on={source.live ? 'live' : 'replay'} room={room} talk={talk} engine={engine} />
          )}
          <Centre engine={engine} state={state} />
          <p className="player-notice" role="status">
            {state.notice !== null && t(`player.notice.${state.notice}`)}
          </p>
          {state.soundBlocked && (
            <button type="button" className="player-unmute" onClick={() => engine.setMuted(false)}>
              <Icon name="muted" /> {t('player.unmuteHint')}
            </button>
          )}
          {statsShown && <StatsPanel engine={engine} onClose={() => setStatsShown(false)} />}
          <Controls
            engine={engine}
            state={state}
            room={room}
            fullscreen={fullscreen}
            statsShown={statsShown}
            onStats={toggleStats}
            onMenu={setMenuOpen}
            onProtocol={onProtocol}
          />
        </>
      )}
    </div>
  );
}

/** A finger on the picture only calls the controls; pausing by it would happen by accident. */
function byTouch({ nativeEvent }: MouseEvent): boolean {
  return (nativeEvent as PointerEvent).pointerType === 'touch';
}

function classes(upright: boolean, hidden: boolean, full: boolean): string {
  return `player${upright ? ' upright' : ''}${hidden ? ' calm' : ''}${full ? ' full' : ''}`;
}

/** What stands in the middle of the picture: a spinner, the play button, or what went wrong. */
function Centre({
  engine,
  state,
}: {
  engine: NonNullable<ReturnType<typeof useEngine>[0]>;
  state: ReturnType<typeof useEngine>[1];
}) {
  const { t } = useWords();
  switch (state.phase) {
    case 'loading':
    case 'buffering':
      return (
        <div className="player-centre" role="status">
          <span className="spinner" />
          <span className="visually-hidden">{t('player.loading')}</span>
        </div>
      );
    case 'paused':
    case 'ended':
      return (
        <div className="player-centre">
          <button
            type="button"
            className="player-big"
            aria-label={t(state.phase === 'ended' ? 'player.replayAgain' : 'player.play')}
            onClick={() => engine.play()}
          >
            <Icon name={state.phase === 'ended' ? 'replay' : 'play'} />
          </button>
        </div>
      );
    case 'failed':
    case 'unsupported':
      return (
        <div className="player-centre player-failed" role="alert">
          <strong>{t(state.phase === 'failed' ? 'player.failed' : 'player.unsupported')}</strong>
          {state.phase === 'failed' && (
            <>
              <p>{t('player.failed.note')}</p>
              <button type="button" className="button" onClick={() => engine.retry()}>
                {t('error.retry')}
              </button>
              {state.errorCode !== null && <small>{t('player.code', { code: state.errorCode })}</small>}
            </>
          )}
        </div>
      );
    case 'playing':
      return null;
  }
}
