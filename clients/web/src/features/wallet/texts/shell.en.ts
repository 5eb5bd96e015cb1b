export const texts = {
  'nav.wallet': 'Wallet',
  'nav.money': 'Money',
} as const;
