import { Unreachable } from '@vitrine/core';
import { SignInRefused } from '@vitrine/core/oidc';
import { useEffect, useRef, useState } from 'react';
import { useTitle } from '../../app/browser.ts';
import { failureKey } from '../../app/failures.ts';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { navigate } from '../../app/router.tsx';
import { useSignInWay } from '../../app/useSignInWay.ts';
import { Message } from '../../ui/Message.tsx';
import { useWords } from './texts/index.ts';

/**
 * Takes what the issuer brought, which leaves the address at once, and goes on where somebody wanted to sign in. Whoever
 * comes without an answer, or with one that was taken (a reload, a bookmark, the way back), goes home or is told.
 */
export default function SignedInPage() {
  const { t } = useWords();
  const way = useSignInWay();
  const [error, setError] = useState<unknown>(null);
  useTitle(t('signedIn.coming'));
  const taken = useRef(false);
  useEffect(() => {
    if (way.kind !== 'redirect' || taken.current) return;
    taken.current = true;
    const answer = Object.fromEntries(new URLSearchParams(window.location.search));
    window.history.replaceState(null, '', window.location.pathname);
    way.finish(answer).then((returnTo) => navigate(returnTo, 'replace'), setError);
  }, [way]);
  if (way.kind !== 'redirect') return <NotFoundPage />;
  if (error === null) return <Message icon="key" title={t('signedIn.coming')} text="" page />;
  return (
    <Message icon="key" title={t('signedIn.refused.title')} text={textOf(error)} alert page>
      <button type="button" className="button primary" onClick={() => way.signIn('/').catch(setError)}>
        {t('signedIn.again')}
      </button>
    </Message>
  );

  function textOf(failure: unknown): string {
    if (failure instanceof SignInRefused)
      return t(failure.reason === 'denied' ? 'signedIn.refused.denied' : 'signedIn.refused.other');
    return failure instanceof Unreachable ? t('error.offline') : t(failureKey(failure));
  }
}
