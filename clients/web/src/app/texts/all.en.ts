import { texts as own } from './en.ts';

const ofFeatures = import.meta.glob<Readonly<Record<string, string>>>('../../features/*/texts/shell.en.ts', {
  eager: true,
  import: 'texts',
});

export const texts = Object.assign({}, own, ...Object.values(ofFeatures)) as typeof own;
