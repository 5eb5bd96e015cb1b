import type { texts as english } from './shell.en.ts';

export const texts: Record<keyof typeof english, string> = {
  'nav.studio': '主播中心',
};
