import { texts as own } from './zh.ts';

const ofFeatures = import.meta.glob<Readonly<Record<string, string>>>('../../features/*/texts/shell.zh.ts', {
  eager: true,
  import: 'texts',
});

export const texts = Object.assign({}, own, ...Object.values(ofFeatures)) as typeof own;
