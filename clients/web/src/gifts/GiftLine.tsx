import type { GiftShown } from '@vitrine/core';
import { useWords } from '../app/language.tsx';
import { Icon } from '../ui/Icon.tsx';

/** What somebody gave, among what is said. */
export function GiftLine({ gift }: { gift: GiftShown }) {
  const { t, language } = useWords();
  return (
    <>
      <Icon name="gift" /> <b>{gift.name}</b>{' '}
      {t('gifts.line', { gift: gift.giftName[language], count: gift.count })}{' '}
      {gift.combo > 1 && <em>{t('gifts.combo', { times: gift.combo })}</em>}
    </>
  );
}
