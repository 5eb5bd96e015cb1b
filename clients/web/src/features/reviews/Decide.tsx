import { Problem } from '@vitrine/core';
import type { WithdrawalDecision, WithdrawalReview } from '@vitrine/core/ledger';
import { useId, useState } from 'react';
import { failureKey } from '../../app/failures.ts';
import type { ShellKey } from '../../app/texts/index.ts';
import { useWords, type Key } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { Confirm } from '../../ui/Confirm.tsx';

/** Of a reason (`Why`). */
const reasonMaxLength = 200;
/** Answers after which nothing can be decided here any more. */
const closing = new Set([403, 404, 409]);

interface DecideProps {
  readonly review: WithdrawalReview;
  readonly onDecided: (review: WithdrawalReview) => void;
}

/** Paying out asks once more, for it cannot be taken back; refusing needs a reason, for the streamer reads it. */
export function Decide({ review, onDecided }: DecideProps) {
  const { t, formats } = useWords();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Key | ShellKey | null>(null);
  const [closed, setClosed] = useState(false);
  const id = useId();

  const decide = async (decision: WithdrawalDecision['decision'], why: string) => {
    setBusy(true);
    setFault(null);
    try {
      onDecided(await ledger.decide(review.id, { decision, reason: why }));
    } catch (failure) {
      setFault(wordsFor(failure));
      setClosed(failure instanceof Problem && closing.has(failure.status));
      setBusy(false);
    }
  };

  const refuse = () => {
    if (reason.trim() === '') return setFault('review.reason.needed');
    void decide('REFUSE', reason.trim());
  };

  return (
    <>
      {!closed && (
        <form className="inline-form review-decide" onSubmit={(event) => event.preventDefault()}>
          <label>
            {t('review.reason')}
            <input
              dir="auto"
              value={reason}
              maxLength={reasonMaxLength}
              placeholder={t('review.reason.usual')}
              aria-invalid={fault === 'review.reason.needed'}
              aria-describedby={fault === null ? undefined : id}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <button type="button" className="button primary" disabled={busy} onClick={() => setAsking(true)}>
            {t('review.approve')}
          </button>
          <button type="button" className="button danger" disabled={busy} onClick={refuse}>
            {t('review.refuse')}
          </button>
        </form>
      )}
      {fault !== null && (
        <p className="form-fault" role="alert" id={id}>
          {t(fault)}
        </p>
      )}
      {asking && (
        <Confirm
          title={t('review.confirm.title', { money: formats.money(review.amount), name: review.name })}
          text={t('review.confirm.text', { coins: formats.number(review.coins) })}
          action={t('review.approve')}
          keep={t('review.later')}
          onConfirm={() => void decide('APPROVE', reason.trim() || t('review.reason.usual'))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function wordsFor(failure: unknown): Key | ShellKey {
  if (!(failure instanceof Problem)) return failureKey(failure);
  switch (failure.status) {
    case 403:
      return 'review.own';
    case 404:
      return 'review.gone';
    case 409:
      return 'review.conflict';
    default:
      return failureKey(failure);
  }
}
