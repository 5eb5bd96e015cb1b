import type { Ended } from '@vitrine/core';
import { useState } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { failureKey } from './failures.ts';
import { auth } from './services.ts';
import { here } from './useSignInWay.ts';
import { useWords } from './words.ts';

/** A session ended by itself: said on whatever page it was, which is where the way back in leads. */
export function EndedSession({ ended: { name, roles } }: { ended: Ended }) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const signIn = async () => {
    setBusy(true);
    setError(null);
    try {
      const way = await auth.way();
      await (way.kind === 'name' ? way.signIn(name, roles) : way.signIn(here()));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <div className="notice ended-session" role="alert">
      <Icon name="key" />
      <span>{error === null ? t('signIn.ended', { name }) : t(failureKey(error))}</span>
      <button type="button" className="button small" disabled={busy} onClick={() => void signIn()}>
        {t('signIn.again')}
      </button>
      <button
        type="button"
        className="notice-close"
        aria-label={t('signIn.stayOut')}
        onClick={() => auth.putAside()}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
