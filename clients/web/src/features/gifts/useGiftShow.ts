import type { ChatClient } from '@vitrine/core/chat';
import { emptyShow, giftItem, heard, nextChange, passed, type GiftShow } from '@vitrine/core/ledger';
import { useEffect, useState } from 'react';

/** What is to be shown now of the gifts that a room hears. */
export function useGiftShow(client: ChatClient): GiftShow {
  const [shown, setShown] = useState(emptyShow);
  useEffect(() => {
    let show = emptyShow;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const take = (next: GiftShow) => {
      show = next;
      setShown(show);
      if (timer !== null) clearTimeout(timer);
      const at = nextChange(show);
      timer = at === null ? null : setTimeout(() => take(passed(show, Date.now())), at - Date.now());
    };
    const stop = client.onItem(giftItem, (gift) => take(heard(show, gift, Date.now())));
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
      setShown(emptyShow);
    };
  }, [client]);
  return shown;
}
