export const texts = {
  'nav.studio': 'Studio',
} as const;
