export const texts = {
  'nav.income': 'Income',
} as const;
