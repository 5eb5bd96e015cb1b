import { languageNames, languages } from '@vitrine/core';
import type { ReactNode } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { useOnline } from './browser.ts';
import type { Navigation } from './feature.ts';
import { EndedSession } from './EndedSession.tsx';
import { isAt, waysIn } from './features.ts';
import { Identity } from './Identity.tsx';
import { Link, usePlace } from './router.tsx';
import { useEnded, useSession } from './services.ts';
import { useLabels } from './useLabels.ts';
import { useWords } from './words.ts';
import './shell.css';

/** What surrounds every page: the ways to the features, the language, the licence. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const online = useOnline();
  const ended = useEnded();
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <div className="above-page">
        {ended !== null && <EndedSession ended={ended} />}
        {!online && (
          <p className="notice" role="status">
            <Icon name="offline" /> {t('offline.notice')}
          </p>
        )}
      </div>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}

function Header() {
  const { t } = useWords();
  const session = useSession();
  return (
    <header className="header">
      <Link href="/" className="header-home" aria-label={`${t('app.name')}: ${t('app.home')}`}>
        <Logo />
        <strong>{t('app.name')}</strong>
      </Link>
      <nav>
        {waysIn('header', session).map((way) => (
          <HeaderLink key={way.path} way={way} />
        ))}
      </nav>
      <LanguageSwitch />
      <Identity />
    </header>
  );
}

function HeaderLink({ way }: { way: Navigation }) {
  const label = useLabels();
  const { path } = usePlace();
  return (
    <Link
      href={way.path}
      className={way.audienceOnly ? 'header-link roomy' : 'header-link'}
      aria-current={isAt(way, path) ? 'page' : undefined}
    >
      {way.icon !== undefined && <Icon name={way.icon} />} {label(way.label)}
    </Link>
  );
}

function Footer() {
  const { t } = useWords();
  const label = useLabels();
  const session = useSession();
  return (
    <footer className="footer">
      <span>
        <Logo small /> {t('app.tagline')}
      </span>
      <nav aria-label={t('footer.more')}>
        {waysIn('footer', session).map(({ path, label: key }) => (
          <Link key={path} href={path}>
            {label(key)}
          </Link>
        ))}
        <a href="https://www.apache.org/licenses/LICENSE-2.0" target="_blank" rel="noreferrer">
          {t('footer.licence')}
        </a>
      </nav>
    </footer>
  );
}

function LanguageSwitch() {
  const { t, language, choose } = useWords();
  return (
    <div className="languages" role="group" aria-label={t('app.language')}>
      {languages.map((each) => (
        <button key={each} type="button" aria-pressed={each === language} onClick={() => choose(each)}>
          {languageNames[each]}
        </button>
      ))}
    </div>
  );
}
