import type { Texts } from '../words.ts';
import type { texts } from './en.ts';

export type ShellKey = keyof typeof texts;

/** What every page says, and what the shell says of each feature before it is visited. */
export const shellTexts: Texts<ShellKey> = {
  en: () => import('./all.en.ts'),
  zh: () => import('./all.zh.ts'),
};
