import type { Role } from '@vitrine/core';
import { useId, useState, type FormEvent } from 'react';
import { failureKey } from './failures.ts';
import { useWords } from './words.ts';
import { auth } from './services.ts';
import '../ui/form.css';
import { Logo } from '../ui/Logo.tsx';
import './signIn.css';

const nameMaxLength = 40;

interface SignInProps {
  /** What the page behind it is for. */
  readonly role: Role;
  readonly title: string;
  readonly text: string;
  /** What the name is for. */
  readonly hint: string | undefined;
}

export function SignIn({ role, title, text, hint }: SignInProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const id = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await auth.signIn(name, role);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <div className="page sign-in">
      <form onSubmit={(event) => void submit(event)}>
        <Logo />
        <h1>{title}</h1>
        <p>{text}</p>
        <label htmlFor={id}>{t('signIn.name')}</label>
        <input
          id={id}
          value={name}
          maxLength={nameMaxLength}
          autoComplete="nickname"
          required
          pattern=".*\S.*"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => setName(event.target.value)}
        />
        {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
        {error !== null && (
          <p className="form-fault" role="alert">
            {t(failureKey(error))}
          </p>
        )}
        <button type="submit" className="button primary large" disabled={busy || name.trim() === ''}>
          {t('signIn.submit')}
        </button>
        <small>{t('signIn.local')}</small>
      </form>
    </div>
  );
}
