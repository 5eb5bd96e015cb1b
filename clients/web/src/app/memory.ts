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
export function durableStore(): Store {
  return granted(() => window.localStorage);
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
