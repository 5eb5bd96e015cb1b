import type { Review } from '@vitrine/core/chat';
import { useCallback } from 'react';
import { useNow } from '../../app/browser.ts';
import { Written } from '../../ui/Written.tsx';
import { ListView } from './ListView.tsx';
import { moderation } from './moderation.ts';
import { useWords } from './texts/index.ts';
import { useList, type List } from './useList.ts';

const minuteMillis = 60_000;
const shown = 50;

/** What word lists stopped: first what waits for somebody, then what was decided, by people or by the lists alone. */
export function Reviews({ room }: { room: string }) {
  const { t } = useWords();
  const list = useList<Review>(
    useCallback(async () => {
      const [open, closed] = await Promise.all([
        moderation.reviews(room, { state: 'OPEN', limit: shown }),
        moderation.reviews(room, { state: 'CLOSED', limit: shown }),
      ]);
      return [...open.items, ...closed.items];
    }, [room]),
  );
  const of = (open: boolean) => list.items?.filter(({ state }) => (state === 'OPEN') === open) ?? null;
  if (list.items === null || list.items.length === 0) return <ListView list={list} row={() => null} />;
  const row = (review: Review) => <Row key={review.id} room={room} review={review} list={list} />;
  return (
    <>
      <h3 className="moderation-part">{t('moderation.open')}</h3>
      <ListView list={{ items: of(true), error: list.error }} row={row} />
      <h3 className="moderation-part">{t('moderation.closed')}</h3>
      <ListView list={{ items: of(false), error: null }} row={row} />
    </>
  );
}

function Row({ room, review, list }: { room: string; review: Review; list: List<Review> }) {
  const { t, formats } = useWords();
  const now = useNow(minuteMillis);
  const { id, at, name, action, decision, state } = review;
  const decide = (made: 'RELEASE' | 'REFUSE') =>
    list.attempt(() => moderation.decide(room, id, made, t('chat.reason.usual')));
  const outcome = decision === null ? null : t.word('moderation.decided', decision);
  // What was shown with its word hidden was said: there is nothing to release.
  const releasable = decision === null && (action === 'HOLD' || action === 'REJECT');
  return (
    <li>
      <span className={`moderation-label ${action}`}>{t.word('moderation.stopped', action)}</span>
      <Written as="b">{name || t('moderation.erased')}</Written>
      <time dateTime={at}>{formats.dateTime(at, now)}</time>
      <span className="moderation-said">
        “<Found review={review} />” · {t.word('moderation.list', review.list)}:{' '}
        <Written>{review.word}</Written>
        {outcome !== null && ` · ${outcome}`}
      </span>
      {releasable && (
        <button type="button" className="button" onClick={() => decide('RELEASE')}>
          {t('moderation.release')}
        </button>
      )}
      {releasable && state === 'OPEN' && (
        <button type="button" className="button danger" onClick={() => decide('REFUSE')}>
          {t('moderation.refuse')}
        </button>
      )}
    </li>
  );
}

/** What was said, with the stretch marked that a list took for its word. */
function Found({ review }: { review: Review }) {
  if (review.wordFrom === null || review.wordTo === null) {
    return <bdi>{review.text}</bdi>;
  }
  const characters = [...review.text];
  return (
    <bdi>
      {characters.slice(0, review.wordFrom).join('')}
      <mark>{characters.slice(review.wordFrom, review.wordTo).join('')}</mark>
      {characters.slice(review.wordTo).join('')}
    </bdi>
  );
}
