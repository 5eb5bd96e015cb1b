import type { Visibility } from '@vitrine/core';
import { useCallback, useEffect, useState, useSyncExternalStore, type RefObject } from 'react';

export const pageVisibility: Visibility = {
  visible: () => document.visibilityState === 'visible',
  subscribe(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

function onConnection(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function useOnline(): boolean {
  return useSyncExternalStore(onConnection, () => navigator.onLine);
}

/** The time, told again every `everyMillis`. */
export function useNow(everyMillis: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return now;
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'Vitrine' ? title : `${title} · Vitrine`;
  }, [title]);
}

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** More than what a browser's own bars take or give back. */
const leastKeyboardPixels = 120;

/**
 * Tells an element's style sheet what part of the page is seen (`--seen`, `--seen-top`), and that a keyboard covers the
 * rest (`data-typing`): some browsers lay the page out anew above it, others lay it over the page and move that up.
 */
export function useSeenScreen(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (viewport === null) return;
    // Without a keyboard, at this width: a phone that is turned begins anew.
    let whole = { width: viewport.width, height: viewport.height };
    const tell = () => {
      // Who looks at a part through a lens moves it themselves.
      if (viewport.scale > 1.01 || element.current === null) return;
      const { width, height, offsetTop } = viewport;
      if (width !== whole.width || height > whole.height) whole = { width, height };
      element.current.style.setProperty('--seen', `${height}px`);
      element.current.style.setProperty('--seen-top', `${offsetTop}px`);
      const covered = whole.height - height >= leastKeyboardPixels;
      const writing = document.activeElement?.matches('input, textarea, select') ?? false;
      element.current.toggleAttribute('data-typing', covered && writing);
    };
    tell();
    viewport.addEventListener('resize', tell);
    viewport.addEventListener('scroll', tell);
    return () => {
      viewport.removeEventListener('resize', tell);
      viewport.removeEventListener('scroll', tell);
    };
  }, [element]);
}
