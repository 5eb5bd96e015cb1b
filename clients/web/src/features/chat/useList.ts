import { useCallback, useEffect, useState } from 'react';

export interface List<T> {
  /** Null until it is here. */
  readonly items: readonly T[] | null;
  readonly error: unknown;
  /** An act on something of the list, which is read again then. */
  readonly attempt: (act: () => Promise<unknown>) => void;
}

/** A list that is read when it is opened, and again after each act; `read` must stay the same while it means the same. */
export function useList<T>(read: () => Promise<readonly T[]>): List<T> {
  const [items, setItems] = useState<readonly T[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const refresh = useCallback(() => read().then(setItems, setError), [read]);
  useEffect(() => void refresh(), [refresh]);
  const attempt = (act: () => Promise<unknown>) => {
    setError(null);
    void act()
      .then(refresh)
      .catch((failure: unknown) => setError(failure));
  };
  return { items, error, attempt };
}
