import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { Feature, GuardedFeature, GuardedPageProps, OpenFeature, PageProps } from './feature.ts';
import { featureAt } from './features.ts';
import { firstLanguage, LanguageProvider } from './language.tsx';
import { BrokenPage, LoadBoundary } from './LoadBoundary.tsx';
import { loadPart } from './loadPart.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { usePlace } from './router.tsx';
import { Shell } from './Shell.tsx';
import { loadTexts } from './words.ts';

// Who needs no sign-in does not download it.
const Guard = lazy(() => loadPart(() => import('./Guard.tsx')));

export function App() {
  return (
    <LoadBoundary fallback={<p lang="en">Vitrine could not be loaded. Please reload this page.</p>}>
      <Suspense>
        <LanguageProvider>
          <Shell>
            <Page />
          </Shell>
        </LanguageProvider>
      </Suspense>
    </LoadBoundary>
  );
}

function Page() {
  const { path } = usePlace();
  useFocusOnArrival(path);
  const found = featureAt(path);
  if (found === null) return <NotFoundPage />;
  const { feature, values } = found;
  return (
    <LoadBoundary key={feature.name} fallback={<BrokenPage />}>
      <Suspense fallback={<Skeleton kind="page" />}>
        {feature.audience === 'everyone' ? (
          <Open feature={feature} path={path} values={values} />
        ) : (
          <Guard feature={feature}>
            {(session) => <Guarded feature={feature} path={path} values={values} session={session} />}
          </Guard>
        )}
      </Suspense>
    </LoadBoundary>
  );
}

function Open({ feature, ...props }: PageProps & { readonly feature: OpenFeature }) {
  if (feature.loader === undefined) return <NotFoundPage />;
  const Page = pageOf(feature, feature.loader);
  return <Page {...props} />;
}

function Guarded({ feature, ...props }: GuardedPageProps & { readonly feature: GuardedFeature }) {
  const Page = pageOf(feature, feature.loader);
  return <Page {...props} />;
}

const pages = new Map<Feature, ComponentType<never>>();

/** The page of a feature; its texts are on their way at the same time as its code. */
function pageOf<P>(
  feature: Feature,
  loader: () => Promise<{ readonly default: ComponentType<P> }>,
): ComponentType<P> {
  const known = pages.get(feature) as ComponentType<P> | undefined;
  const page =
    known ??
    lazy(async () => {
      const [module] = await Promise.all([loadPart(loader), loadTexts(feature.texts, firstLanguage())]);
      return module;
    });
  pages.set(feature, page as ComponentType<never>);
  return page as ComponentType<P>;
}

/** After a move inside the page a screen reader begins at the content, as it would on a new page. */
function useFocusOnArrival(path: string): void {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) document.getElementById('content')?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);
}
