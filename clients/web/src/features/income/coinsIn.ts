import { withdrawalBounds } from '@vitrine/core/ledger';

/** Digits, or groups of three: `1,5` is no coins, and not fifteen. */
const whole = /^(\d{1,12}|\d{1,3}(,\d{3}){1,3})$/;

/** The coins that somebody wrote, full-width digits included; null for what cannot be asked for. */
export function coinsIn(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (!whole.test(plain)) return null;
  const coins = Number(plain.replaceAll(',', ''));
  return coins >= withdrawalBounds.min && coins <= withdrawalBounds.max ? coins : null;
}
