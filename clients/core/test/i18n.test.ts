import { describe, expect, it } from 'vitest';
import { catalogues, chooseLanguage, languages, translator, type MessageKey } from '../src/index.ts';

const keys = Object.keys(catalogues.en) as MessageKey[];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('every language says everything', () => {
  for (const language of languages) {
    it(`${language} has exactly the keys of English`, () => {
      expect(Object.keys(catalogues[language]).sort()).toEqual([...keys].sort());
    });

    it(`${language} has no empty text and the same placeholders`, () => {
      for (const key of keys) {
        expect(catalogues[language][key].trim(), key).not.toBe('');
        expect(placeholders(catalogues[language][key]), key).toEqual(placeholders(catalogues.en[key]));
      }
    });
  }

  it('every plural has both forms', () => {
    for (const key of keys.filter((name) => name.endsWith('.one'))) {
      expect(keys).toContain(key.replace(/\.one$/, '.other'));
    }
  });
});

describe('translating', () => {
  it('fills the placeholders and leaves unknown ones visible', () => {
    expect(translator('en')('room.starts', { when: 'tomorrow' })).toBe('Starts tomorrow');
    expect(translator('en')('room.starts')).toBe('Starts {when}');
  });

  it('chooses the plural form by quantity, not by its abbreviation', () => {
    expect(translator('en').plural('room.peak', 1, '1')).toBe('up to 1 viewer at once');
    expect(translator('en').plural('room.peak', 1200, '1.2K')).toBe('up to 1.2K viewers at once');
    expect(translator('zh').plural('room.viewers', 1, '1')).toBe('1人在看');
  });
});

describe('choosing the language', () => {
  it('prefers what the reader chose before, then the browser, then English', () => {
    expect(chooseLanguage('zh', ['en-GB'])).toBe('zh');
    expect(chooseLanguage(null, ['fr', 'zh-TW', 'en'])).toBe('zh');
    expect(chooseLanguage('xx', ['fr'])).toBe('en');
    expect(chooseLanguage(null, [])).toBe('en');
  });
});
