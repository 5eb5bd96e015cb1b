import { clock } from '@vitrine/core';
import type { Room } from '@vitrine/core/rooms';
import { useNow } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import type { Talk } from '../../live/useTalk.ts';
import { Stage } from '../../live/Stage.tsx';
import { StateBadge } from '../../ui/badges.tsx';

const secondMillis = 1_000;

/** What the viewers see, and how many they are. */
export function StatusCard({ room, talk }: { room: Room; talk: Talk }) {
  const { t, formats } = useWords();
  const now = useNow(secondMillis);
  const until = room.endedAt === null ? now : Date.parse(room.endedAt);
  const onAir = room.liveAt === null ? null : (until - Date.parse(room.liveAt)) / secondMillis;
  return (
    <section className="panel stacked" aria-labelledby="status-title">
      <h2 id="status-title">{t('console.preview')}</h2>
      <Stage room={room} talk={talk} />
      <p className="console-hint">
        <StateBadge state={room.state} /> {t.word('console.hint', room.state)}
      </p>
      <dl className="console-figures">
        <div>
          <dt>{t('console.viewers')}</dt>
          <dd>{formats.count(room.viewers)}</dd>
        </div>
        <div>
          <dt>{t('console.peak')}</dt>
          <dd>{formats.count(room.peakViewers)}</dd>
        </div>
        <div>
          <dt>{t('console.duration')}</dt>
          <dd>{onAir === null ? '–' : clock(onAir)}</dd>
        </div>
      </dl>
    </section>
  );
}
