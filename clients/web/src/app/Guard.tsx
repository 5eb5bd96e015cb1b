import type { Role, Session } from '@vitrine/core';
import { useState, type ReactNode } from 'react';
import '../ui/form.css';
import { Message } from '../ui/Message.tsx';
import { useTitle } from './browser.ts';
import { failureKey } from './failures.ts';
import type { GivenRole, GuardedFeature } from './feature.ts';
import { isAt, maySee, waysOfGroup } from './features.ts';
import { Link, usePlace } from './router.tsx';
import { useSession } from './services.ts';
import { SignIn } from './SignIn.tsx';
import { useLabels } from './useLabels.ts';
import { useSignInWay } from './useSignInWay.ts';
import { useTexts, useWords } from './words.ts';
import './guard.css';

interface GuardProps {
  readonly feature: GuardedFeature;
  readonly children: (session: Session) => ReactNode;
}

/**
 * A page behind a sign-in, as its manifest asks. When the session ends on the page, the sign-in takes its place at the
 * same address. The server decides again.
 */
export default function Guard({ feature, children }: GuardProps) {
  const session = useSession();
  const { audience, navigation } = feature;
  if (session === null) return <SignInFor feature={feature} />;
  return (
    // Another person, who may have signed in by another window, begins at the page anew.
    <div className="page" key={session.subject}>
      {navigation?.group !== undefined && <Tabs group={navigation.group} session={session} />}
      {maySee(session, audience) || audience === 'signedIn' ? (
        children(session)
      ) : (
        <OtherRole feature={feature} session={session} role={audience[0]} />
      )}
    </div>
  );
}

function SignInFor({ feature: { audience, signIn, texts, navigation } }: { feature: GuardedFeature }) {
  const { t } = useTexts(texts);
  const label = useLabels();
  const way = useSignInWay();
  const role: Role = audience === 'signedIn' ? 'viewer' : audience[0];
  const local = way.kind === 'name' && role !== 'viewer' ? ` ${t(`role.local.${role}`)}` : '';
  useTitle(navigation === undefined ? t(signIn.title) : label(navigation.label));
  return (
    <SignIn
      role={role}
      title={t(signIn.title)}
      text={t(signIn.text) + local}
      hint={signIn.hint === undefined ? undefined : t(signIn.hint)}
    />
  );
}

/** The way between the pages of a group, which a phone's header has no room for. */
function Tabs({ group, session }: { group: string; session: Session }) {
  const label = useLabels();
  const { path } = usePlace();
  return (
    <nav className="chips group-tabs" aria-label={label(group)}>
      {waysOfGroup(group, session).map((way) => (
        <Link
          key={way.path}
          href={way.path}
          className={isAt(way, path) ? 'chip active' : 'chip'}
          aria-current={isAt(way, path) ? 'page' : undefined}
        >
          {label(way.label)}
        </Link>
      ))}
    </nav>
  );
}

interface OtherRoleProps {
  readonly feature: GuardedFeature;
  readonly session: Session;
  readonly role: GivenRole;
}

/** Whoever is asked for a name only may take another role; else the issuer says who has which. */
function OtherRole({ feature, session, role }: OtherRoleProps) {
  const { t } = useWords();
  const own = useTexts(feature.texts);
  const way = useSignInWay();
  const [error, setError] = useState<unknown>(null);
  const what = own.t(feature.signIn.text);
  if (way.kind === 'redirect')
    return <Message icon="key" title={t('role.title')} text={`${what} ${t('role.ask')}`} page />;
  return (
    <Message icon="key" title={t('role.title')} text={`${what} ${t(`role.local.${role}`)}`} page>
      <button
        type="button"
        className="button primary"
        onClick={() => way.signIn(session.name, [role]).catch(setError)}
      >
        {t(`role.as.${role}`)}
      </button>
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
    </Message>
  );
}
