import type { Role, Session } from '@vitrine/core';
import { useState, type ReactNode } from 'react';
import { failureKey } from '../app/failures.ts';
import { useWords } from '../app/language.tsx';
import { auth, useSession } from '../app/services.ts';
import { SignIn } from '../studio/SignIn.tsx';
import '../studio/studio.css';
import { Avatar } from '../ui/Avatar.tsx';
import { Message } from '../ui/Message.tsx';
import './money.css';

interface GateProps {
  /** Who may see the page; a streamer's token serves for a viewer. */
  readonly role: Role;
  readonly children: (session: Session) => ReactNode;
}

/** A page behind a sign-in. The server decides again. */
export function Gate({ role, children }: GateProps) {
  const session = useSession();
  if (session === null) return <SignIn role={role} />;
  return (
    <div className="page money">
      <Who session={session} />
      {role === 'streamer' || session.roles.includes(role) ? (
        children(session)
      ) : (
        <OtherRole session={session} role={role} />
      )}
    </div>
  );
}

function Who({ session }: { session: Session }) {
  const { t } = useWords();
  return (
    <div className="studio-who">
      <Avatar name={session.name} seed={session.subject} />
      <span>{t('signIn.as', { name: session.name })}</span>
      <button type="button" className="button small" onClick={() => auth.signOut()}>
        {t('signIn.out')}
      </button>
    </div>
  );
}

function OtherRole({ session, role }: { session: Session; role: Exclude<Role, 'streamer'> }) {
  const { t } = useWords();
  const [error, setError] = useState<unknown>(null);
  return (
    <Message icon="key" title={t('money.role.title')} text={t(`money.role.${role}`)}>
      <button
        type="button"
        className="button primary"
        onClick={() => auth.signIn(session.name, role).catch(setError)}
      >
        {t(`money.role.as.${role}`)}
      </button>
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
    </Message>
  );
}
