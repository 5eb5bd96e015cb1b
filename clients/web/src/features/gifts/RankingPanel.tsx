import type { RoomGiftRanking } from '@vitrine/core/ledger';
import { useId, useState, type ReactNode } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Written } from '../../ui/Written.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { GiftSkeleton } from './GiftSkeleton.tsx';
import { useDayRanking, type Ranking } from './useRanking.ts';

const tabs = ['room', 'day'] as const;

interface RankingPanelProps {
  readonly ranking: Ranking<RoomGiftRanking>;
  /** What the room calls who looks; null for guests. */
  readonly self: string | null;
}

/** Who gave most in this room, and which streamers were given most today. */
export default function RankingPanel({ ranking, self }: RankingPanelProps) {
  const { t } = useWords();
  const [tab, setTab] = useState<(typeof tabs)[number]>('room');
  const panel = useId();
  return (
    <>
      <div className="gift-tabs" role="tablist" aria-label={t('ranking.title')}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            className={each === tab ? 'chip active' : 'chip'}
            aria-selected={each === tab}
            aria-controls={panel}
            onClick={() => setTab(each)}
          >
            {t(`ranking.${each}`)}
          </button>
        ))}
      </div>
      <div id={panel} className="gift-scroll" role="tabpanel" aria-label={t(`ranking.${tab}`)} tabIndex={0}>
        {tab === 'room' ? <OfRoom ranking={ranking} self={self} /> : <OfDay />}
      </div>
    </>
  );
}

function OfRoom({ ranking, self }: RankingPanelProps) {
  const { t, formats } = useWords();
  return (
    <Known ranking={ranking}>
      {({ items, coins }) =>
        items.length === 0 ? (
          <p className="soft">{t('ranking.empty')}</p>
        ) : (
          <>
            <Places
              places={items.map(({ viewer, ...place }) => ({ id: viewer, own: viewer === self, ...place }))}
            />
            <p className="soft">{t('ranking.total', { coins: formats.number(coins) })}</p>
          </>
        )
      }
    </Known>
  );
}

function OfDay() {
  const { t } = useWords();
  return (
    <Known ranking={useDayRanking()}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{t('ranking.day.empty')}</p>
        ) : (
          <Places places={items.map(({ streamer, ...place }) => ({ id: streamer, own: false, ...place }))} />
        )
      }
    </Known>
  );
}

/** What was read last stays while a later read fails. */
function Known<T>({ ranking, children }: { ranking: Ranking<T>; children: (value: T) => ReactNode }) {
  const { t } = useWords();
  if (ranking.value !== null) return children(ranking.value);
  if (ranking.error === null) return <GiftSkeleton of="places" count={3} />;
  return (
    <div className="gift-fault" role="alert">
      {t(failureKey(ranking.error))}
      <button type="button" className="button small" onClick={ranking.refresh}>
        {t('error.retry')}
      </button>
    </div>
  );
}

interface Place {
  readonly id: string;
  readonly rank: number;
  readonly name: string;
  readonly coins: number;
  readonly own: boolean;
}

function Places({ places }: { places: readonly Place[] }) {
  const { t, formats } = useWords();
  return (
    <ol className="ranking">
      {places.map(({ id, rank, name, coins, own }) => (
        <li key={id} className={own ? 'own' : undefined}>
          <b className={`ranking-rank rank-${rank}`}>{rank}</b>
          <Avatar name={name} seed={id} />
          <span className="ranking-name">
            <Written>{name || t('gifts.somebody')}</Written>
            {own && <small> {t('ranking.you')}</small>}
          </span>
          <span className="ranking-coins">
            <Icon name="coin" /> <span aria-hidden="true">{formats.number(coins)}</span>
            <span className="visually-hidden">{t.plural('gifts.price', coins, formats.number(coins))}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
