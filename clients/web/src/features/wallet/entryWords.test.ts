import { Formats, translator, type Language } from '@vitrine/core';
import { payMethods, type Gift } from '@vitrine/core/ledger';
import { describe, expect, it } from 'vitest';
import { texts as shellEnglish } from '../../app/texts/en.ts';
import { texts as shellChinese } from '../../app/texts/zh.ts';
import { counterpartOf, whatMoved } from './entryWords.ts';
import { texts as english } from './texts/en.ts';
import { texts as chinese } from './texts/zh.ts';

const wordsIn = (language: Language) => ({
  language,
  formats: new Formats(language),
  t: translator(
    language,
    language === 'en' ? { ...shellEnglish, ...english } : { ...shellChinese, ...chinese },
  ),
});
const gifts: readonly Gift[] = [
  { code: 'heart', name: { en: 'Heart', zh: '小心心' }, price: 1, animation: 'HEART' },
];

describe.each(['en', 'zh'] as const)('the history of a wallet in %s', (language) => {
  const words = wordsIn(language);
  const name = { en: 'Heart', zh: '小心心' }[language];

  it('calls a gift by its name', () => {
    const entry = { kind: 'gift', gift: 'heart', count: 1_314 };
    expect(whatMoved(entry, gifts, words).gift).toBe(`${name} ×1,314`);
  });

  it('never shows the code of a gift, not even of one that is not offered any more', () => {
    for (const known of [gifts, null])
      expect(whatMoved({ kind: 'gift', gift: 'old-gift', count: 2 }, known, words).gift).toBe('×2');
  });

  it('calls every method of payment by its name, and a later one a payment', () => {
    for (const counterpart of [...payMethods, 'MOON_PAY']) {
      const told = counterpartOf({ counterpart, room: null, kind: 'top-up' }, words.t);
      expect(told).not.toBe(counterpart);
      expect(told).not.toBe('');
    }
  });

  it('has a word for every kind, and one for later ones', () => {
    for (const kind of ['top-up', 'gift', 'reversal', 'teleport']) {
      const told = whatMoved({ kind, gift: null, count: null }, gifts, words);
      expect(told.kind).not.toBe(kind);
    }
  });
});
