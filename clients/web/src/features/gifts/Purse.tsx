import { coinsOf, type GivingState } from '@vitrine/core/ledger';
import type { Room } from '@vitrine/core/rooms';
import { useEffect, useRef } from 'react';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { ledger } from './ledger.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { Icon } from '../../ui/Icon.tsx';
import { leaveForWallet } from '../../live/wayBack.ts';

const readCoins = async () => coinsOf(await ledger.wallet());

/** What can be spent, and the way to more. */
export function Purse({ room, state }: { room: Room; state: GivingState }) {
  const { t, formats } = useWords();
  const coins = useCoins(state);
  return (
    <p className="gift-purse">
      <span data-balance>
        {t('gifts.balance')} <Icon name="coin" /> {coins === null ? '–' : formats.number(coins)}
      </span>
      <TopUp room={room} />
    </p>
  );
}

/** To the wallet, which leads back. */
export function TopUp({ room }: { room: Room }) {
  const { t } = useWords();
  return (
    <Link href="/wallet" className="gift-top-up" onClick={() => leaveForWallet(room)}>
      {t('gifts.topUp')}
    </Link>
  );
}

/** The ledger's last word on what can be spent; null before the first. */
function useCoins({ balance, combo, error }: GivingState): number | null {
  const { value, accept, reload } = useLoaded(readCoins);
  // What was left after a gift given before the panel was opened is older than the wallet just read.
  const before = useRef(combo);
  useEffect(() => {
    if (combo === before.current || balance === null) return;
    before.current = combo;
    accept(balance);
  }, [combo, balance, accept]);
  useEffect(() => {
    if (error !== null) reload();
  }, [error, reload]);
  return value;
}
