import { platform } from '../../app/platform.ts';
import { isShown, ReplayChat } from '@vitrine/core/chat';
import { useEffect, useRef, useState } from 'react';
import { useWords } from './texts/index.ts';

import type { Engine } from '../../live/player/engine.ts';
import { Icon } from '../../ui/Icon.tsx';
import { bounds, keepSettings, recallSettings, type DanmakuSettings } from './danmakuSettings.ts';
import { danmakuStage, type DanmakuStage } from './danmakuStage.ts';
import type { OverlayProps } from '../../live/slots.ts';
import type { Talk } from '../../live/useTalk.ts';
import './danmaku.css';

interface LayerProps {
  readonly talk: Talk;
  readonly engine: Engine;
  readonly room: string;
}

/** Over a picture only: there is nothing to fly over without one. */
export default function Danmaku({ talk, engine, room }: OverlayProps) {
  return engine !== null && <DanmakuLayer talk={talk} engine={engine} room={room.id} />;
}

/** What is said, flying over the picture: as it comes when live, by the time of the recording in a replay. */
function DanmakuLayer({ talk, engine, room }: LayerProps) {
  const container = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<DanmakuStage | null>(null);
  const [settings, setSettings] = useState(recallSettings);
  const { client, playhead, position, state } = talk;
  const self = state.self?.viewer ?? null;

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const opened = danmakuStage(element);
    const watcher = new ResizeObserver(opened.resize);
    watcher.observe(element);
    setStage(opened);
    return () => {
      watcher.disconnect();
      opened.close();
    };
  }, []);

  useEffect(() => stage?.settle(settings), [stage, settings]);

  useEffect(() => {
    const { live } = engine.source;
    playhead.current = () => engine.playhead();
    position.current = () => (live ? null : engine.video.currentTime * secondMillis);
    return () => {
      playhead.current = () => null;
      position.current = () => null;
    };
  }, [engine, playhead, position]);

  useEffect(() => {
    if (stage === null || !engine.source.live) return;
    return client.onDanmaku((danmaku) => stage.fly(danmaku, danmaku.by.viewer === self));
  }, [stage, client, engine, self]);

  useEffect(() => {
    if (stage === null || engine.source.live) return;
    return flyReplay(stage, engine.video, room);
  }, [stage, engine, room]);

  const choose = (change: Partial<DanmakuSettings>) => {
    const chosen = { ...settings, ...change };
    setSettings(chosen);
    keepSettings(chosen);
  };
  return (
    <>
      <div ref={container} className="danmaku-layer" aria-hidden="true" />
      <DanmakuMenu settings={settings} choose={choose} />
    </>
  );
}

const secondMillis = 1_000;
const lookMillis = 250;
/** A longer step is a seek: what lies between was not seen. */
const longestStepMillis = 1_500;

function flyReplay(stage: DanmakuStage, video: HTMLVideoElement, room: string): () => void {
  const talk = new ReplayChat(platform, room);
  let last = video.currentTime * 1_000;
  const timer = setInterval(() => {
    const now = video.currentTime * 1_000;
    const after = last;
    last = now;
    if (now <= after || now - after > longestStepMillis) {
      if (now !== after) stage.clear();
      return;
    }
    void talk
      .between(after, now)
      .then((found) => found.forEach((item) => !isShown(item) && stage.fly(item, false)));
  }, lookMillis);
  return () => clearInterval(timer);
}

function DanmakuMenu({
  settings,
  choose,
}: {
  settings: DanmakuSettings;
  choose: (change: Partial<DanmakuSettings>) => void;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div className="danmaku-menu">
      <button
        type="button"
        className="danmaku-switch"
        aria-pressed={settings.shown}
        title={t(settings.shown ? 'danmaku.hide' : 'danmaku.show')}
        onClick={() => choose({ shown: !settings.shown })}
      >
        弹<span className="visually-hidden">{t(settings.shown ? 'danmaku.hide' : 'danmaku.show')}</span>
      </button>
      <button
        type="button"
        className="danmaku-switch"
        aria-expanded={open}
        title={t('danmaku.settings')}
        onClick={() => setOpen(!open)}
      >
        <Icon name="settings" />
        <span className="visually-hidden">{t('danmaku.settings')}</span>
      </button>
      {open && (
        <div className="danmaku-options" role="group" aria-label={t('danmaku.settings')}>
          {(['opacity', 'speed', 'area', 'size'] as const).map((name) => (
            <label key={name}>
              {t(`danmaku.${name}`)}
              <input
                type="range"
                {...bounds[name]}
                value={settings[name]}
                onChange={(event) => choose({ [name]: Number(event.target.value) })}
              />
            </label>
          ))}
          <label className="danmaku-dense">
            <input
              type="checkbox"
              checked={settings.dense}
              onChange={(event) => choose({ dense: event.target.checked })}
            />
            {t('danmaku.dense')}
          </label>
        </div>
      )}
    </div>
  );
}
