import { Suspense, useState, type FormEvent } from 'react';
import { failureKey } from './failures.ts';
import { here, useSignInWay } from './useSignInWay.ts';
import { useWords } from './words.ts';
import './joinIn.css';

const nameMaxLength = 40;

/** A small sign-in inside a room: a name is enough where the issuer takes one. */
export function JoinIn() {
  return (
    <Suspense fallback={<div className="join-in" />}>
      <JoinForm />
    </Suspense>
  );
}

function JoinForm() {
  const { t } = useWords();
  const way = useSignInWay();
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const join = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await (way.kind === 'name' ? way.signIn(name) : way.signIn(here()));
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <form className="join-in" onSubmit={(event) => void join(event)}>
      {error !== null && (
        <p className="join-in-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
      <div className="join-in-line">
        {way.kind === 'name' && (
          <input
            dir="auto"
            value={name}
            maxLength={nameMaxLength}
            aria-label={t('signIn.name')}
            placeholder={t('signIn.joinIn')}
            autoComplete="nickname"
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <button type="submit" className="button primary" disabled={way.kind === 'name' && name.trim() === ''}>
          {t(way.kind === 'name' ? 'signIn.join' : 'signIn.toTalk')}
        </button>
      </div>
    </form>
  );
}
