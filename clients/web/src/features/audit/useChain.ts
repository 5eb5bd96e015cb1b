import { Poller } from '@vitrine/core';
import type { Chain, Verification } from '@vitrine/core/ledger';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pageVisibility } from '../../app/browser.ts';
import { ledger } from './ledger.ts';

/** A step of a verification takes a second or two. */
const runningMillis = 1_500;

export interface FollowedChain {
  readonly value: Chain | null;
  readonly error: unknown;
  readonly reload: () => void;
  /** Follows a verification that was just asked for. */
  readonly started: (verification: Verification) => void;
}

/** The chain's state, followed as long as a verification runs. */
export function useChain(): FollowedChain {
  const [value, setValue] = useState<Chain | null>(null);
  const [error, setError] = useState<unknown>(null);
  const polling = useRef<Poller<Chain> | null>(null);

  useEffect(() => {
    const poller = new Poller<Chain>({
      read: (_, signal) => ledger.chain(signal),
      interval: ({ verification }) => (verification?.state === 'RUNNING' ? runningMillis : null),
      onValue: (found) => {
        setValue(found);
        setError(null);
      },
      onError: setError,
      visibility: pageVisibility,
    });
    polling.current = poller;
    poller.start();
    return () => poller.stop();
  }, []);

  const reload = useCallback(() => {
    setError(null);
    polling.current?.refresh();
  }, []);
  const started = useCallback(
    (verification: Verification) => polling.current?.accept({ seal: value?.seal ?? null, verification }),
    [value],
  );
  return { value, error, reload, started };
}
