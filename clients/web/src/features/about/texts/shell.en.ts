export const texts = {
  'nav.about': 'About',
} as const;
