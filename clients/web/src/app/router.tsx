import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

/** The address bar as state: enough of a router for a handful of pages. */
const changed = 'vitrine:navigate';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(changed, listener);
  };
}

const address = () => window.location.pathname + window.location.search;

export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

export function usePlace(): Place {
  const url = new URL(useSyncExternalStore(subscribe, address), window.location.origin);
  return { path: url.pathname, query: url.searchParams };
}

export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (to === address()) return;
  if (how === 'push') window.history.pushState(null, '', to);
  else window.history.replaceState(null, '', to);
  window.dispatchEvent(new Event(changed));
}

/** An ordinary link that does not reload the page; new tabs and modified clicks stay the browser's. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || rest.target === '_blank') return;
    event.preventDefault();
    navigate(href);
    window.scrollTo({ top: 0 });
  };
  return <a href={href} onClick={follow} {...rest} />;
}
