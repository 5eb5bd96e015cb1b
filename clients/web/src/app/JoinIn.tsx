import { useState, type FormEvent } from 'react';
import { failureKey } from './failures.ts';
import { useWords } from './words.ts';
import { auth } from './services.ts';

const nameMaxLength = 40;

/** Guests read; a name is enough to talk where the issuer is the local one. */
export function JoinIn() {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const join = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await auth.signIn(name);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <form className="chat-composer" onSubmit={(event) => void join(event)}>
      {error !== null && (
        <p className="chat-refusal" role="alert">
          {t(failureKey(error))}
        </p>
      )}
      <div className="chat-write">
        <input
          value={name}
          maxLength={nameMaxLength}
          aria-label={t('signIn.name')}
          placeholder={t('signIn.joinIn')}
          autoComplete="nickname"
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button primary" disabled={name.trim() === ''}>
          {t('signIn.join')}
        </button>
      </div>
    </form>
  );
}
