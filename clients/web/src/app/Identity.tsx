import type { Session } from '@vitrine/core';
import { useEffect, useId, useRef, useState, type FocusEvent } from 'react';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import { JoinIn } from './JoinIn.tsx';
import { auth, useSession } from './services.ts';
import { useWords } from './words.ts';
import './identity.css';

/** Who is signed in, on every page, and the way in or out. */
export function Identity() {
  const { t } = useWords();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useId();
  const subject = session?.subject ?? null;
  useEffect(() => setOpen(false), [subject]);

  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    // Without a target the window was left, or what had the focus is gone.
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };

  return (
    <div className="identity" onBlur={leave} onKeyDown={({ key }) => key === 'Escape' && open && close()}>
      <button
        ref={opener}
        type="button"
        className="identity-open"
        aria-expanded={open}
        aria-controls={open ? menu : undefined}
        onClick={() => setOpen(!open)}
      >
        {session === null ? (
          <>
            <Icon name="user" /> <span className="identity-name">{t('signIn.nobody')}</span>
          </>
        ) : (
          <>
            <Avatar name={session.name} seed={session.subject} />
            <span className="visually-hidden">{t('signIn.as', { name: session.name })}</span>
            <span className="identity-name" aria-hidden="true" dir="auto">
              {session.name}
            </span>
          </>
        )}
      </button>
      {open && (
        <div className="identity-menu" id={menu}>
          {session === null ? <JoinIn /> : <Who session={session} />}
        </div>
      )}
    </div>
  );
}

function Who({ session: { name, roles } }: { session: Session }) {
  const { t } = useWords();
  const known = roles.length === 0 ? ['viewer'] : roles;
  return (
    <>
      <strong dir="auto">{name}</strong>
      <span>{known.map((role) => t.word('role.name', role)).join(' · ')}</span>
      <button type="button" className="button small" onClick={() => void auth.signOut()}>
        {t('signIn.out')}
      </button>
    </>
  );
}
