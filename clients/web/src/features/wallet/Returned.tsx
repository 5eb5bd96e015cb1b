import { Poller, Problem } from '@vitrine/core';
import type { TopUp } from '@vitrine/core/ledger';
import { useEffect, useState } from 'react';
import { pageVisibility } from '../../app/browser.ts';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { leaveFor } from './Packages.tsx';

/** A payment takes a second or two to arrive. */
const pendingMillis = 1_500;
/** One that expired may still arrive. */
const lateMillis = 5_000;

interface ReturnedProps {
  readonly id: string;
  readonly onPaid: () => void;
  readonly onClose: () => void;
}

/** The buyer is back from the provider's page: only the ledger knows how it ended. */
export function Returned({ id, onPaid, onClose }: ReturnedProps) {
  const { t, formats } = useWords();
  const [topUp, setTopUp] = useState<TopUp | null>(null);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    const polling = new Poller<TopUp>({
      read: (_, signal) => ledger.topUp(id, signal),
      interval: ({ state }) =>
        state === 'PENDING' ? pendingMillis : state === 'EXPIRED' ? lateMillis : null,
      onValue: (found) => {
        setTopUp(found);
        setError(null);
      },
      onError: setError,
      visibility: pageVisibility,
    });
    polling.start();
    return () => polling.stop();
  }, [id]);

  const paid = topUp?.state === 'PAID';
  useEffect(() => {
    if (paid) onPaid();
  }, [paid, onPaid]);

  const state = topUp?.state ?? 'PENDING';
  const missing =
    error instanceof Problem && (error.status === 404 || error.status === 400) && topUp === null;
  const look = missing || state === 'REFUSED' || state === 'EXPIRED' ? 'bad' : state === 'PAID' ? 'good' : '';
  const text = missing
    ? t('wallet.return.missing')
    : t.word('wallet.return', state, { coins: formats.number(topUp?.coins ?? 0) });
  return (
    <div className={`told ${look}`} role="status">
      {!missing && state === 'PENDING' && <i className="spinner" aria-hidden="true" />}
      <span>{text}</span>
      {!missing && error !== null && <small>{t(failureKey(error))}</small>}
      {state === 'PENDING' && topUp !== null && topUp.payUrl !== null && (
        <button type="button" className="button small" onClick={() => leaveFor(topUp.payUrl!)}>
          {t('wallet.return.pay')}
        </button>
      )}
      {(missing || state !== 'PENDING') && (
        <button type="button" className="button small" onClick={onClose}>
          {t('wallet.return.close')}
        </button>
      )}
    </div>
  );
}
