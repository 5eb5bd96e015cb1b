import type { Role } from '@vitrine/core';
import { useId, useState, type FormEvent } from 'react';
import { failureKey } from '../app/failures.ts';
import { useWords } from '../app/language.tsx';
import { auth } from '../app/services.ts';
import { Logo } from '../ui/Logo.tsx';

const nameMaxLength = 40;

interface SignInProps {
  /** What the page behind it is for. */
  readonly role?: Role;
  /** Of another page than the studio. */
  readonly page?: { readonly title: string; readonly text: string };
}

export function SignIn({ role = 'streamer', page }: SignInProps) {
  const { t } = useWords();
  const { title, text } = page ?? { title: t('signIn.title'), text: t('signIn.text') };
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
          aria-describedby={page === undefined ? `${id}-hint` : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        {page === undefined && <small id={`${id}-hint`}>{t('signIn.name.hint')}</small>}
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
