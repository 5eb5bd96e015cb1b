import type { Visibility } from '@vitrine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';

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
