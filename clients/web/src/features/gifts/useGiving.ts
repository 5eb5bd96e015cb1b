import { Giving, type GivingState } from '@vitrine/core/ledger';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { intents, useSession } from '../../app/services.ts';
import { ledger } from './ledger.ts';

const idle: GivingState = { sending: false, waiting: 0, balance: null, combo: null, error: null };
const never = () => () => undefined;

export interface Gives {
  /** Who gives; null for guests, as is `giving`. */
  readonly subject: string | null;
  readonly giving: Giving | null;
  readonly state: GivingState;
}

/** What the signed-in person gives in a room; it outlives the panel, so that closing it breaks no combo. */
export function useGiving(room: string): Gives {
  const subject = useSession()?.subject ?? null;
  const [giving, setGiving] = useState<Giving | null>(null);
  useEffect(() => {
    if (subject === null) return;
    const own = new Giving({
      scope: `${subject}/${room}`,
      intents,
      send: (gift, count, key) => ledger.sendGift(room, gift, count, key),
    });
    setGiving(own);
    return () => {
      own.stop();
      setGiving(null);
    };
  }, [room, subject]);
  const snapshot = useCallback(() => giving?.snapshot() ?? idle, [giving]);
  return { subject, giving, state: useSyncExternalStore(giving?.subscribe ?? never, snapshot) };
}
