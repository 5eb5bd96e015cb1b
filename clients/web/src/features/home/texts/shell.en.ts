export const texts = {
  'nav.home': 'Discover',
} as const;
