import { useCallback, useEffect, useRef, useState } from 'react';

export interface Loaded<T> {
  /** Null until it is here. */
  readonly value: T | null;
  /** Of the last read, null once one succeeds. */
  readonly error: unknown;
  readonly reload: () => void;
  /** Takes a newer document from the answer to a change. */
  readonly accept: (value: T) => void;
}

/** A document read once and again when asked; `load` must stay the same function while it means the same. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const generation = useRef(0);
  const reload = useCallback(() => {
    const asked = ++generation.current;
    load().then(
      (found) => {
        if (asked !== generation.current) return;
        setValue(found);
        setError(null);
      },
      (failure: unknown) => asked === generation.current && setError(failure),
    );
  }, [load]);
  useEffect(() => {
    setValue(null);
    setError(null);
    reload();
    return () => void generation.current++;
  }, [reload]);
  const accept = useCallback((found: T) => {
    generation.current++;
    setValue(found);
    setError(null);
  }, []);
  return { value, error, reload, accept };
}
