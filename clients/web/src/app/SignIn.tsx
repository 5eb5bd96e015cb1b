import type { Role, SignInWay } from '@vitrine/core';
import { useEffect, useId, useState, type FormEvent } from 'react';
import '../ui/form.css';
import { Logo } from '../ui/Logo.tsx';
import { failureKey } from './failures.ts';
import { here, useSignInWay } from './useSignInWay.ts';
import { useWords } from './words.ts';
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

/** The form that stands in for a page until somebody has signed in. */
export function SignIn({ role, title, text, hint }: SignInProps) {
  const { t } = useWords();
  const way = useSignInWay();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // A browser may bring the page back from the issuer's as it was left.
  useEffect(() => {
    const comeBack = () => setBusy(false);
    window.addEventListener('pageshow', comeBack);
    return () => window.removeEventListener('pageshow', comeBack);
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await (way.kind === 'name' ? way.signIn(name, [role]) : way.signIn(here()));
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
        {way.kind === 'name' && <NameField name={name} setName={setName} hint={hint} />}
        {error !== null && (
          <p className="form-fault" role="alert">
            {t(failureKey(error))}
          </p>
        )}
        <button type="submit" className="button primary large" disabled={busy || !ready(way, name)}>
          {t('signIn.submit')}
        </button>
        <small>{t(way.kind === 'name' ? 'signIn.local' : 'signIn.elsewhere')}</small>
      </form>
    </div>
  );
}

function ready(way: SignInWay, name: string): boolean {
  return way.kind === 'redirect' || name.trim() !== '';
}

interface NameFieldProps {
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly hint: string | undefined;
}

function NameField({ name, setName, hint }: NameFieldProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t('signIn.name')}</label>
      <input
        id={id}
        dir="auto"
        value={name}
        maxLength={nameMaxLength}
        autoComplete="nickname"
        required
        pattern=".*\S.*"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => setName(event.target.value)}
      />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </>
  );
}
