import type { GiftShown } from '@vitrine/core/ledger';
import { useWords } from './texts/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Written } from '../../ui/Written.tsx';
import { icons } from './icons.ts';

/** What somebody gave, among what is said. */
export function GiftLine({ body: gift }: { body: GiftShown }) {
  const { t, language } = useWords();
  return (
    <>
      <Icon name={icons.gift} /> <Written as="b">{gift.name || t('gifts.somebody')}</Written>{' '}
      {t('gifts.line', { gift: gift.giftName[language], count: gift.count })}{' '}
      {gift.combo > 1 && <em>{t('gifts.combo', { times: gift.combo })}</em>}
    </>
  );
}
