export const texts = {
  'nav.audit': 'Audit',
} as const;
