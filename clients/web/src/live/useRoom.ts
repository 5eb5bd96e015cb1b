import { Poller, Problem } from '@vitrine/core';
import { pollMillis, type Room } from '@vitrine/core/rooms';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pageVisibility } from '../app/browser.ts';
import { rooms as api } from './rooms.ts';

export type RoomReading =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly error: unknown }
  /** `stale`: the last read failed and the next is on its way. */
  | { readonly status: 'found'; readonly room: Room; readonly stale: boolean };

export interface WatchedRoom {
  readonly reading: RoomReading;
  readonly refresh: () => void;
  /** Takes a newer document from the answer to a change. */
  readonly accept: (room: Room) => void;
}

/** A room as it is now, kept up to date for as long as the page shows it. */
export function useRoom(id: string): WatchedRoom {
  const [reading, setReading] = useState<RoomReading>({ status: 'loading' });
  const poller = useRef<Poller<Room> | null>(null);

  useEffect(() => {
    setReading({ status: 'loading' });
    const polling = new Poller<Room>({
      read: (etag, signal) => api.get(id, etag, signal),
      interval: (room) => pollMillis(room, Date.now()),
      onValue: (room) => setReading((before) => unlessSame(before, room)),
      onError: (error) => setReading((before) => afterError(before, error)),
      visibility: pageVisibility,
    });
    poller.current = polling;
    polling.start();
    return () => polling.stop();
  }, [id]);

  return {
    reading,
    refresh: useCallback(() => poller.current?.refresh(), []),
    accept: useCallback((room: Room) => poller.current?.accept(room), []),
  };
}

function unlessSame(before: RoomReading, room: Room): RoomReading {
  return before.status === 'found' && before.room === room && !before.stale
    ? before
    : { status: 'found', room, stale: false };
}

function afterError(before: RoomReading, error: unknown): RoomReading {
  if (error instanceof Problem && (error.status === 404 || error.status === 400))
    return { status: 'missing' };
  if (before.status === 'found') return { ...before, stale: true };
  return { status: 'failed', error };
}
