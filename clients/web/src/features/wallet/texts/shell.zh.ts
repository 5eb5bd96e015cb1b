import type { texts as english } from './shell.en.ts';

export const texts: Record<keyof typeof english, string> = {
  'nav.wallet': '钱包',
  'nav.money': '资金',
};
