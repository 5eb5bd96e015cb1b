import { wordsOf, type Texts } from '../../../app/words.ts';
import type { texts as english } from './en.ts';

export type Key = keyof typeof english;

export const texts: Texts<Key> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
};

export const useWords = wordsOf(texts);
