import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useWords } from './texts/index.ts';
import type { InRoomProps } from '../../live/slots.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { icons } from './icons.ts';
import { GiftSkeleton } from './GiftSkeleton.tsx';
import { GiftSheet } from './GiftSheet.tsx';
import { Purse } from './Purse.tsx';
import { useGiving } from './useGiving.ts';
import { useRoomRanking } from './useRanking.ts';
import { arrived } from '../../live/wayBack.ts';
import './gifts.css';

// Nobody downloads the gifts before they look at them.
const GiftPanel = lazy(() => import('./GiftPanel.tsx'));
const RankingPanel = lazy(() => import('./RankingPanel.tsx'));

const namesShown = 3;

/** Between the talk and what one writes: who gives most, and the way to give. */
export function GiftBar({ room, talk }: InRoomProps) {
  const { t } = useWords();
  const [open, setOpen] = useState<'gifts' | 'ranking' | null>(null);
  const openers = { gifts: useRef<HTMLButtonElement>(null), ranking: useRef<HTMLButtonElement>(null) };
  const gives = useGiving(room.id);
  const ranking = useRoomRanking(room.id, talk.client);
  useEffect(() => arrived(), []);
  const over = room.state === 'REPLAY_READY' || room.state === 'CANCELLED';
  const toggle = (which: 'gifts' | 'ranking') => setOpen((now) => (now === which ? null : which));
  const close = () => {
    if (open !== null) openers[open].current?.focus({ preventScroll: true });
    setOpen(null);
  };
  return (
    <>
      {open !== null && (
        <GiftSheet
          key={open}
          title={t(open === 'gifts' ? 'gifts.title' : 'ranking.title')}
          aside={
            open === 'gifts' &&
            gives.giving !== null && <Purse key={gives.subject} room={room} state={gives.state} />
          }
          onClose={close}
        >
          <Suspense fallback={<GiftSkeleton of={open === 'gifts' ? 'gifts' : 'places'} count={4} />}>
            {open === 'gifts' ? (
              <GiftPanel room={room} gives={gives} />
            ) : (
              <RankingPanel ranking={ranking} self={talk.state.self?.viewer ?? null} />
            )}
          </Suspense>
        </GiftSheet>
      )}
      <div className="gift-bar">
        <button
          ref={openers.ranking}
          type="button"
          className="gift-fans"
          aria-expanded={open === 'ranking'}
          onClick={() => toggle('ranking')}
        >
          <Icon name={icons.crown} /> {t('ranking.title')}
          <span className="gift-faces">
            {ranking.value?.items.slice(0, namesShown).map(({ viewer, name }) => (
              <Avatar key={viewer} name={name} seed={viewer} />
            ))}
          </span>
        </button>
        {!over && (
          <button
            ref={openers.gifts}
            type="button"
            className="button primary small gift-open"
            aria-expanded={open === 'gifts'}
            onClick={() => toggle('gifts')}
          >
            <Icon name={icons.gift} /> {t('gifts.open')}
          </button>
        )}
      </div>
    </>
  );
}
