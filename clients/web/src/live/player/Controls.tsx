import { clock } from '@vitrine/core';
import type { Protocol, Room } from '@vitrine/core/rooms';
import { useWords } from '../texts/index.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import type { Fullscreen } from '../useFullscreen.ts';
import { Viewers } from '../../ui/badges.tsx';
import type { Engine } from './engine.ts';
import { SettingsMenu } from './SettingsMenu.tsx';
import type { PlayerState } from './state.ts';
import { Timeline } from './Timeline.tsx';

interface ControlsProps {
  readonly engine: Engine;
  readonly state: PlayerState;
  readonly room: Room;
  readonly fullscreen: Fullscreen;
  readonly statsShown: boolean;
  readonly onStats: () => void;
  readonly onMenu: (open: boolean) => void;
  readonly onProtocol: (protocol: Protocol) => void;
}

export function Controls({
  engine,
  state,
  room,
  fullscreen,
  statsShown,
  onStats,
  onMenu,
  onProtocol,
}: ControlsProps) {
  const { t } = useWords();
  const stopped = state.phase === 'paused' || state.phase === 'ended' || state.phase === 'failed';
  const silent = state.muted || state.volume === 0;
  return (
    <div className="controls">
      {!engine.source.live && <Timeline engine={engine} state={state} />}
      <div className="controls-row">
        <Control
          icon={stopped ? 'play' : 'pause'}
          label={t(stopped ? 'player.play' : 'player.pause')}
          onClick={() => engine.toggle()}
        />
        <Control
          icon={silent ? 'muted' : 'sound'}
          label={t(silent ? 'player.unmute' : 'player.mute')}
          onClick={() => engine.setMuted(!silent)}
        />
        <input
          className="volume"
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={state.muted ? 0 : state.volume}
          aria-label={t('player.volume')}
          onChange={(event) => engine.setVolume(Number(event.target.value))}
        />
        {engine.source.live ? (
          <LiveSign engine={engine} state={state} room={room} />
        ) : (
          <Clock state={state} />
        )}
        <span className="controls-gap" />
        <Control
          icon="stats"
          label={t('player.stats')}
          pressed={statsShown}
          onClick={onStats}
          extra="wide-only"
        />
        <SettingsMenu
          engine={engine}
          state={state}
          onOpen={onMenu}
          onProtocol={onProtocol}
          onStats={onStats}
        />
        {document.pictureInPictureEnabled && (
          <Control
            icon="pip"
            label={t('player.pip')}
            onClick={() => void togglePip(engine.video)}
            extra="wide-only"
          />
        )}
        <Control
          icon={fullscreen.full ? 'shrink' : 'expand'}
          label={t(fullscreen.full ? 'player.exitFullscreen' : 'player.fullscreen')}
          onClick={fullscreen.toggle}
        />
      </div>
    </div>
  );
}

interface ControlProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly extra?: string;
}

function Control({ icon, label, onClick, pressed, extra = '' }: ControlProps) {
  return (
    <button
      type="button"
      className={`control ${extra}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** The live badge with the distance to the camera; behind it, the way back to the edge. */
function LiveSign({ engine, state, room }: { engine: Engine; state: PlayerState; room: Room }) {
  const { t, formats } = useWords();
  if (state.behind || (state.phase === 'paused' && state.started)) {
    return (
      <button type="button" className="go-live" onClick={() => engine.goLive()}>
        <span className="badge-dot" /> {t('player.goLive')}
      </button>
    );
  }
  const seconds = state.latencySeconds === null ? null : formats.seconds(state.latencySeconds);
  return (
    <span className="live-sign">
      <span className="badge state-live">
        <span className="badge-dot" /> {t('player.live')}
      </span>
      {seconds !== null && (
        <span className="latency" title={t('player.latency.label', { seconds })}>
          {t('player.latency', { seconds })}
        </span>
      )}
      <Viewers room={room} />
    </span>
  );
}

function Clock({ state }: { state: PlayerState }) {
  return (
    <span className="clock">
      {clock(state.time - state.start)} <span>/ {clock(state.end - state.start)}</span>
    </span>
  );
}

async function togglePip(video: HTMLVideoElement): Promise<void> {
  if (document.pictureInPictureElement) await document.exitPictureInPicture();
  // A browser may refuse before the first frame; the button simply does nothing then.
  else await video.requestPictureInPicture().catch(() => undefined);
}
