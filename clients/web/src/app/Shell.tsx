import { languageNames, languages } from '@vitrine/core';
import type { ReactNode } from 'react';
import { isAt, pagesOf } from '../money/pages.ts';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { useOnline } from './browser.ts';
import { useWords } from './language.tsx';
import { Link, usePlace } from './router.tsx';
import { useSession } from './services.ts';
import './shell.css';

/** What surrounds every page: the way home, the studio, the language, the licence. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const online = useOnline();
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      {!online && (
        <p className="notice" role="status">
          <Icon name="offline" /> {t('offline.notice')}
        </p>
      )}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <span>
          <Logo small /> {t('app.tagline')}
        </span>
        <nav aria-label={t('nav.about')}>
          <Link href="/about">{t('nav.about')}</Link>
          <a href="https://www.apache.org/licenses/LICENSE-2.0" target="_blank" rel="noreferrer">
            {t('footer.licence')}
          </a>
        </nav>
      </footer>
    </>
  );
}

function Header() {
  const { t } = useWords();
  const { path } = usePlace();
  const session = useSession();
  const inStudio = path.startsWith('/studio');
  return (
    <header className="header">
      <Link href="/" className="header-home" aria-label={`${t('app.name')}: ${t('nav.home')}`}>
        <Logo />
        <strong>{t('app.name')}</strong>
      </Link>
      <nav>
        <Link href="/" className="header-link" aria-current={path === '/' ? 'page' : undefined}>
          {t('nav.home')}
        </Link>
        <Link href="/studio" className="header-link" aria-current={inStudio ? 'page' : undefined}>
          <Icon name="camera" /> {t('nav.studio')}
        </Link>
        <Link href="/wallet" className="header-link" aria-current={path === '/wallet' ? 'page' : undefined}>
          <Icon name="coin" /> {t('nav.wallet')}
        </Link>
        {session !== null &&
          pagesOf(session)
            .filter(({ audience }) => audience !== 'anyone')
            .map((page) => (
              <Link
                key={page.path}
                href={page.path}
                className="header-link roomy"
                aria-current={isAt(page, path) ? 'page' : undefined}
              >
                {t(page.name)}
              </Link>
            ))}
      </nav>
      <LanguageSwitch />
    </header>
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
