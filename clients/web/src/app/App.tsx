import { lazy, Suspense, useEffect, useRef } from 'react';
import { HomePage } from '../home/HomePage.tsx';
import { AboutPage } from '../pages/AboutPage.tsx';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { LanguageProvider } from './language.tsx';
import { match, usePlace } from './router.tsx';
import { Shell } from './Shell.tsx';

// A visitor of the home page downloads neither the player nor the studio.
const RoomPage = lazy(() => import('../room/RoomPage.tsx'));
const WalletPage = lazy(() => import('../wallet/WalletPage.tsx'));
const IncomePage = lazy(() => import('../income/IncomePage.tsx'));
const ReviewsPage = lazy(() => import('../reviews/ReviewsPage.tsx'));
const AuditPage = lazy(() => import('../audit/AuditPage.tsx'));
const StudioPage = lazy(() => import('../studio/StudioPage.tsx'));

export function App() {
  return (
    <LanguageProvider>
      <Shell>
        <Suspense fallback={<Skeleton kind="page" />}>
          <Page />
        </Suspense>
      </Shell>
    </LanguageProvider>
  );
}

function Page() {
  const { path } = usePlace();
  useFocusOnArrival(path);
  if (match('/', path)) return <HomePage />;
  if (match('/about', path)) return <AboutPage />;
  const room = match('/rooms/:id', path);
  if (room) return <RoomPage id={room['id']!} key={room['id']} />;
  if (path === '/studio' || path.startsWith('/studio/')) return <StudioPage path={path} />;
  if (match('/wallet', path)) return <WalletPage />;
  if (match('/income', path)) return <IncomePage />;
  if (match('/reviews', path)) return <ReviewsPage />;
  if (path === '/audit' || path.startsWith('/audit/')) return <AuditPage path={path} />;
  return <NotFoundPage />;
}

/** After a move inside the page a screen reader begins at the content, as it would on a new page. */
function useFocusOnArrival(path: string): void {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) document.getElementById('content')?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);
}
