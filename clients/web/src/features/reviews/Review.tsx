import type { WithdrawalReview } from '@vitrine/core/ledger';
import { useState } from 'react';
import { useWords } from './texts/index.ts';
import { useMoment } from '../../ui/Moment.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Written } from '../../ui/Written.tsx';
import { Decide } from './Decide.tsx';

interface ReviewProps {
  readonly review: WithdrawalReview;
  /** Of the operator who looks at it. */
  readonly own: boolean;
}

/** One request. Once decided it stays where it was, with who decided and when, until the list is read again. */
export function Review({ review, own }: ReviewProps) {
  const { t, formats } = useWords();
  const moment = useMoment();
  const [decided, setDecided] = useState<WithdrawalReview | null>(null);
  const now = decided ?? review;
  const { name, streamer, coins, amount, requestedAt, expiresAt, state } = now;
  return (
    <li className="panel" aria-label={name}>
      <div className="review-head">
        <Avatar name={name} seed={streamer} />
        <span className="what">
          <Written as="b">{name}</Written> <span className="mono">{streamer}</span>
          <small>
            {t('review.requested', { at: moment(requestedAt) })}
            {state === 'REQUESTED' && ` · ${t('review.until', { until: moment(expiresAt) })}`}
          </small>
        </span>
        <span className="amount">
          {formats.money(amount)}
          <small>{t.plural('coins', coins, formats.number(coins))}</small>
        </span>
      </div>
      {state !== 'REQUESTED' ? (
        <Outcome review={now} />
      ) : own ? (
        <p className="soft">{t('review.own')}</p>
      ) : (
        <Decide review={review} onDecided={setDecided} />
      )}
    </li>
  );
}

function Outcome({ review }: { review: WithdrawalReview }) {
  const { t } = useWords();
  const moment = useMoment();
  const { state, decidedBy, decidedAt, reason } = review;
  return (
    <p className={state === 'APPROVED' ? 'told good' : 'told bad'} role="status">
      <span>
        {t.word('review.state', state)}
        {decidedBy !== null && decidedAt !== null && (
          <small>{t('review.decided', { name: decidedBy, at: moment(decidedAt) })}</small>
        )}
        {reason !== null && <q dir="auto">{reason}</q>}
      </span>
    </p>
  );
}
