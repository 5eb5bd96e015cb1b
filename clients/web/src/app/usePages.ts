import type { Page, PageQuery } from '@vitrine/core';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Pages<T> {
  /** Null until the first page is here. */
  readonly items: readonly T[] | null;
  readonly more: boolean;
  readonly loading: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  /** Begins again at the head. */
  readonly reload: () => void;
}

interface State<T> {
  readonly items: readonly T[] | null;
  readonly cursor: string | null;
  readonly loading: boolean;
  readonly error: unknown;
}

const nothing = { items: null, cursor: null, loading: true, error: null };
const perPage = 20;

/** A cursor-paged list; `load` must stay the same function while it means the same list. */
export function usePages<T>(load: (query: PageQuery) => Promise<Page<T>>): Pages<T> {
  const [state, setState] = useState<State<T>>(nothing);
  const generation = useRef(0);

  const read = useCallback(
    async (cursor: string | null) => {
      const asked = ++generation.current;
      setState((before) => ({ ...before, loading: true, error: null }));
      try {
        const page = await load({ limit: perPage, ...(cursor !== null && { cursor }) });
        if (asked !== generation.current) return;
        setState((before) => ({
          items: cursor === null ? page.items : [...(before.items ?? []), ...page.items],
          cursor: page.nextCursor,
          loading: false,
          error: null,
        }));
      } catch (error) {
        if (asked === generation.current) setState((before) => ({ ...before, loading: false, error }));
      }
    },
    [load],
  );

  useEffect(() => {
    setState(nothing);
    void read(null);
    return () => void generation.current++;
  }, [read]);

  const { items, cursor, loading, error } = state;
  return {
    items,
    more: cursor !== null,
    loading,
    error,
    loadMore: () => cursor !== null && !loading && void read(cursor),
    reload: useCallback(() => void read(null), [read]),
  };
}
