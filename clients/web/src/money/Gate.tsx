import type { Role, Session } from '@vitrine/core';
import { useState, type ReactNode } from 'react';
import { failureKey } from '../app/failures.ts';
import { useWords } from '../app/language.tsx';
import { Link, usePlace } from '../app/router.tsx';
import { auth, useSession } from '../app/services.ts';
import { SignIn } from '../studio/SignIn.tsx';
import '../studio/studio.css';
import { Avatar } from '../ui/Avatar.tsx';
import { Message } from '../ui/Message.tsx';
import { isAt, maySee, pagesOf, type Audience } from './pages.ts';
import './money.css';

interface GateProps {
  readonly audience: Audience;
  /** What somebody signs in for. */
  readonly title: string;
  readonly children: (session: Session) => ReactNode;
}

/** A page behind a sign-in. The server decides again. */
export function Gate({ audience, title, children }: GateProps) {
  const { t } = useWords();
  const session = useSession();
  if (session === null) {
    const anyone = audience === 'anyone';
    return (
      <SignIn
        role={anyone ? 'streamer' : audience}
        page={{ title, text: t(anyone ? 'money.signIn.text' : `money.role.${audience}`) }}
      />
    );
  }
  return (
    <div className="page money">
      <Who session={session} />
      <Tabs session={session} />
      {audience === 'anyone' || maySee(session, audience) ? (
        children(session)
      ) : (
        <OtherRole session={session} role={audience} />
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

/** The way between the pages of money, which a phone's header has no room for. */
function Tabs({ session }: { session: Session }) {
  const { t } = useWords();
  const { path } = usePlace();
  return (
    <nav className="chips money-tabs" aria-label={t('money.pages')}>
      {pagesOf(session).map((page) => (
        <Link
          key={page.path}
          href={page.path}
          className={isAt(page, path) ? 'chip active' : 'chip'}
          aria-current={isAt(page, path) ? 'page' : undefined}
        >
          {t(page.name)}
        </Link>
      ))}
    </nav>
  );
}

function OtherRole({ session, role }: { session: Session; role: Role }) {
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
