import type { SharedStore } from '@vitrine/core';

/** What the browser remembers of a visitor's choices. Storage that refuses (private mode) only forgets. */
const name = (key: string) => `vitrine.${key}`;

export function recall(key: string): string | null {
  try {
    return window.localStorage.getItem(name(key));
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    window.localStorage.setItem(name(key), value);
  } catch {
    // The choice still holds for this page.
  }
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Local storage if the browser grants it, else a memory that lasts as long as the page. */
export function durableStore(): SharedStore {
  const store = granted(() => window.localStorage);
  return {
    getItem: (key) => store.getItem(key),
    setItem: (key, value) => store.setItem(key, value),
    removeItem: (key) => store.removeItem(key),
    subscribe(listener) {
      const changed = ({ key, storageArea }: StorageEvent) => storageArea === store && listener(key);
      // A page that the way back brings as it was left heard of nothing in between.
      const back = ({ persisted }: PageTransitionEvent) => persisted && listener(null);
      window.addEventListener('storage', changed);
      window.addEventListener('pageshow', back);
      return () => {
        window.removeEventListener('storage', changed);
        window.removeEventListener('pageshow', back);
      };
    },
  };
}

/** Tells when another window of the browser remembers something else. */
export function onRemembered(key: string, listener: () => void): () => void {
  return durableStore().subscribe((changed) => {
    if (changed === null || changed === name(key)) listener();
  });
}

/** The same for what belongs to one tab and survives its reload. */
export function tabStore(): Store {
  return granted(() => window.sessionStorage);
}

function granted(storage: () => Storage): Store {
  try {
    return storage();
  } catch {
    const map = new Map<string, string>();
    return {
      getItem: (key) => map.get(key) ?? null,
      setItem: (key, value) => void map.set(key, value),
      removeItem: (key) => void map.delete(key),
    };
  }
}
