import { Poller } from '@vitrine/core';
import type { ListQuery, Room, RoomPage } from '@vitrine/core/rooms';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { pageVisibility } from '../app/browser.ts';
import { rooms as api } from './rooms.ts';

/** A list page is read again this often: viewers and states on it move slowly. */
const listMillis = 10_000;

export interface RoomList {
  /** Null until the first page is here. */
  readonly rooms: readonly Room[] | null;
  readonly more: boolean;
  readonly loadingMore: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

interface Tail {
  readonly rooms: readonly Room[];
  readonly nextCursor: string | null;
}

/** A list kept fresh at its head; `loadMore` appends the pages behind. */
export function useRoomList(query: ListQuery): RoomList {
  const [head, setHead] = useState<RoomPage | null>(null);
  const [tail, setTail] = useState<Tail | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const poller = useRef<Poller<RoomPage> | null>(null);
  const generation = useRef(0);
  // The query is a fresh object at every render; its text is what it says.
  const key = JSON.stringify(query);

  useEffect(() => {
    generation.current++;
    setHead(null);
    setTail(null);
    setError(null);
    setLoadingMore(false);
    const polling = new Poller<RoomPage>({
      read: (etag, signal) => api.list(JSON.parse(key) as ListQuery, etag, signal),
      interval: () => listMillis,
      onValue: (page) => {
        setHead(page);
        setError(null);
      },
      onError: setError,
      visibility: pageVisibility,
    });
    poller.current = polling;
    polling.start();
    return () => polling.stop();
  }, [key]);

  const nextCursor = tail === null ? (head?.nextCursor ?? null) : tail.nextCursor;
  const loadMore = useCallback(async () => {
    if (nextCursor === null) return;
    const asked = generation.current;
    setLoadingMore(true);
    try {
      const page = await api.list({ ...(JSON.parse(key) as ListQuery), cursor: nextCursor });
      if (asked !== generation.current || !page.changed) return;
      const { items, nextCursor: next } = page.value;
      setTail((before) => ({ rooms: [...(before?.rooms ?? []), ...items], nextCursor: next }));
      setError(null);
    } catch (failure) {
      if (asked === generation.current) setError(failure);
    } finally {
      if (asked === generation.current) setLoadingMore(false);
    }
  }, [key, nextCursor]);

  const rooms = useMemo(
    () => (head === null ? null : unique([...head.items, ...(tail?.rooms ?? [])])),
    [head, tail],
  );
  return {
    rooms,
    more: nextCursor !== null,
    loadingMore,
    error,
    loadMore: () => void loadMore(),
    retry: () => poller.current?.refresh(),
  };
}

/** A room may move from a later page to the head between two reads. */
function unique(rooms: readonly Room[]): Room[] {
  return [...new Map(rooms.map((room) => [room.id, room])).values()];
}
