import type { Signal } from '@vitrine/core';
import { Poller, type Reading } from '@vitrine/core';
import type { ChatClient } from '@vitrine/core/chat';
import { giftItem, type DayGiftRanking, type RoomGiftRanking } from '@vitrine/core/ledger';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pageVisibility } from '../../app/browser.ts';
import { ledger } from './ledger.ts';

export interface Ranking<T> {
  /** Null until it is here. */
  readonly value: T | null;
  /** Of the last read, null once one succeeds. */
  readonly error: unknown;
  readonly refresh: () => void;
}

const ranked = 20;
/** Gifts that this page does not hear of, and those of other rooms. */
const quietMillis = 30_000;
/** However many gifts are heard, one read follows after this: the answer is cached for two seconds. */
const afterGiftMillis = 2_000;
/** The pages of a room do not all ask in the same moment. */
const spreadMillis = 1_000;

/** Who gave most in the room, read again when the room hears of gifts. */
export function useRoomRanking(room: string, client: ChatClient): Ranking<RoomGiftRanking> {
  const read = useCallback(
    (etag: string | null, signal: Signal) => ledger.ranking(room, ranked, etag, signal),
    [room],
  );
  const ranking = useRanking(read);
  const { refresh } = ranking;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = client.onItem(giftItem, () => {
      timer ??= setTimeout(
        () => {
          timer = null;
          refresh();
        },
        afterGiftMillis + Math.random() * spreadMillis,
      );
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [client, refresh]);
  return ranking;
}

const readDay = (etag: string | null, signal: Signal) => ledger.dayRanking(ranked, etag, signal);

/** Which streamers were given most today. */
export function useDayRanking(): Ranking<DayGiftRanking> {
  return useRanking(readDay);
}

function useRanking<T>(read: (etag: string | null, signal: Signal) => Promise<Reading<T>>): Ranking<T> {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const poller = useRef<Poller<T> | null>(null);
  useEffect(() => {
    const polling = new Poller<T>({
      read,
      interval: () => quietMillis,
      onValue: (found) => {
        setValue(found);
        setError(null);
      },
      onError: setError,
      visibility: pageVisibility,
    });
    poller.current = polling;
    polling.start();
    return () => {
      polling.stop();
      setValue(null);
    };
  }, [read]);
  return { value, error, refresh: useCallback(() => poller.current?.refresh(), []) };
}
