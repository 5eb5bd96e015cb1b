import { takesGifts, type Gift } from '@vitrine/core/ledger';
import type { Room } from '@vitrine/core/rooms';
import { useState } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { useSession } from '../../app/services.ts';
import { ledger } from './ledger.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { JoinIn } from '../../app/JoinIn.tsx';
import { GiftSkeleton } from './GiftSkeleton.tsx';
import { Catalogue } from './Catalogue.tsx';
import { Give } from './Give.tsx';
import type { Gives } from './useGiving.ts';

const readGifts = () => ledger.gifts();

/** What can be given, and the way to give it; who may not give is told why. */
export default function GiftPanel({ room, gives }: { room: Room; gives: Gives }) {
  const { t } = useWords();
  const gifts = useLoaded(readGifts);
  const [chosen, choose] = useState<string | null>(null);
  const gift = gifts.value?.find(({ code }) => code === chosen) ?? gifts.value?.[0] ?? null;
  if (gifts.value === null) return <Missing error={gifts.error} retry={gifts.reload} />;
  if (gift === null) return <p className="gift-told">{t('gifts.empty')}</p>;
  return (
    <>
      <Catalogue
        gifts={gifts.value}
        chosen={gift.code}
        choose={(code) => {
          gives.giving?.forgive();
          choose(code);
        }}
      />
      <Foot room={room} gift={gift} gives={gives} />
    </>
  );
}

function Foot({ room, gift, gives }: { room: Room; gift: Gift; gives: Gives }) {
  const { t } = useWords();
  const session = useSession();
  if (!takesGifts(room.state)) return <Told text={t('gifts.closed')} />;
  if (session === null)
    return (
      <div className="gift-join">
        <p>{t('gifts.signIn')}</p>
        <JoinIn />
      </div>
    );
  if (session.subject === room.streamer.id) return <Told text={t('gifts.own')} />;
  return <Give key={session.subject} room={room} gift={gift} gives={gives} />;
}

function Told({ text }: { text: string }) {
  return (
    <p className="gift-told" role="status">
      {text}
    </p>
  );
}

function Missing({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useWords();
  if (error === null) return <GiftSkeleton of="gifts" count={4} />;
  return (
    <div className="gift-fault" role="alert">
      <span>
        {t('gifts.failed')} {t(failureKey(error))}
      </span>
      <button type="button" className="button small" onClick={retry}>
        {t('error.retry')}
      </button>
    </div>
  );
}
