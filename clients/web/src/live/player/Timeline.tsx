import { clock } from '@vitrine/core';
import { useState } from 'react';
import { useWords } from '../texts/index.ts';
import type { Engine } from './engine.ts';
import type { PlayerState } from './state.ts';

/** The replay's position. While it is dragged it follows the finger, not the picture. */
export function Timeline({ engine, state }: { engine: Engine; state: PlayerState }) {
  const { t } = useWords();
  const [dragged, setDragged] = useState<number | null>(null);
  const length = Math.max(0, state.end - state.start);
  const at = dragged ?? Math.min(length, Math.max(0, state.time - state.start));
  const drop = () => setDragged(null);
  return (
    <input
      className="timeline"
      type="range"
      min={0}
      max={length || 1}
      step={0.1}
      value={at}
      style={{ '--played': `${length > 0 ? (at / length) * 100 : 0}%` } as React.CSSProperties}
      aria-label={t('player.seek')}
      aria-valuetext={t('player.position', { at: clock(at), length: clock(length) })}
      onChange={(event) => {
        setDragged(Number(event.target.value));
        engine.seek(state.start + Number(event.target.value));
      }}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyUp={drop}
      onBlur={drop}
    />
  );
}
