export const texts = {
  'nav.reviews': 'Withdrawal reviews',
} as const;
