import { useState } from 'react';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { wayBack } from '../../live/wayBack.ts';

/** For whoever came from a room to buy coins. */
export function WayBackLink() {
  const { t } = useWords();
  const [back] = useState(() => wayBack());
  if (back === null) return null;
  return (
    <Link className="way-back" href={`/rooms/${back.room}`}>
      <Icon name="left" /> {t('wallet.back', { room: back.title })}
    </Link>
  );
}
