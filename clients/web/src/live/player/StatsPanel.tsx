import { useEffect, useState } from 'react';
import { useWords } from '../texts/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Engine } from './engine.ts';
import type { PlaybackStats } from './state.ts';

const refreshMillis = 500;

/** Figures for whoever wants to know why the picture is as it is. */
export function StatsPanel({ engine, onClose }: { engine: Engine; onClose: () => void }) {
  const { t } = useWords();
  const [stats, setStats] = useState<PlaybackStats>(() => engine.stats());
  useEffect(() => {
    const timer = setInterval(() => setStats(engine.stats()), refreshMillis);
    return () => clearInterval(timer);
  }, [engine]);
  const rows = [
    [t('stats.protocol'), `${stats.protocol.toUpperCase()} · CMAF`],
    [t('stats.resolution'), `${stats.width} × ${stats.height}`],
    [t('stats.codecs'), stats.codecs || '–'],
    [t('stats.bitrate'), megabits(stats.bitrate)],
    [t('stats.bandwidth'), megabits(stats.bandwidth)],
    [t('stats.latency'), stats.latencySeconds === null ? '–' : `${stats.latencySeconds.toFixed(2)} s`],
    [t('stats.buffer'), `${stats.bufferSeconds.toFixed(1)} s`],
    [t('stats.dropped'), `${stats.droppedFrames} / ${stats.decodedFrames}`],
    [t('stats.stalls'), String(stats.stalls)],
    [t('stats.rate'), `${stats.rate.toFixed(2)}×`],
  ] as const;
  return (
    <section className="stats" aria-label={t('stats.title')}>
      <button type="button" className="control" aria-label={t('stats.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function megabits(bitsPerSecond: number): string {
  return bitsPerSecond > 0 ? `${(bitsPerSecond / 1_000_000).toFixed(2)} Mbit/s` : '–';
}
