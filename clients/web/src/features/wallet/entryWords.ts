import type { Language } from '@vitrine/core';
import { payMethods, type Gift, type WalletEntry } from '@vitrine/core/ledger';
import type { Words } from '../../app/words.ts';
import type { Key } from './texts/index.ts';

/** What moved, in words: the history tells gifts by their codes. */
export function whatMoved(
  { kind, gift, count }: Pick<WalletEntry, 'kind' | 'gift' | 'count'>,
  gifts: readonly Gift[] | null,
  { t, language, formats }: Pick<Words<Key>, 't' | 'language' | 'formats'>,
): { readonly kind: string; readonly gift: string } {
  const name = gift === null ? '' : nameOf(gift, gifts, language);
  const times = count !== null && count > 1 ? `×${formats.number(count)}` : '';
  return { kind: t.word('wallet.kind', kind), gift: `${name} ${times}`.trim() };
}

/** Empty for a gift that is not offered any more: its code is no word. */
function nameOf(code: string, gifts: readonly Gift[] | null, language: Language): string {
  return gifts?.find((gift) => gift.code === code)?.name[language] ?? '';
}

/** With whom: the title of a room, or a method of payment. */
export function counterpartOf(
  { counterpart, room, kind }: Pick<WalletEntry, 'counterpart' | 'room' | 'kind'>,
  t: Words<Key>['t'],
): string | null {
  if (room !== null) return counterpart ?? t('wallet.room');
  if (counterpart === null) return null;
  const method = kind === 'top-up' || payMethods.some((each) => each === counterpart);
  return method ? t.word('wallet.method', counterpart) : counterpart;
}
