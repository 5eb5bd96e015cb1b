import { en } from './en.ts';
import { zh } from './zh.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];
export type MessageKey = keyof typeof en;
/** For keys that are made of a word of the server: a later one may have words that have no text yet. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

export type Catalogue = Record<MessageKey, string>;

export const catalogues: Record<Language, Catalogue> = { en, zh };
/** How each language calls itself. */
export const languageNames: Record<Language, string> = { en: 'EN', zh: '中文' };
/** For `<html lang>`. */
export const languageTags: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

/** The stem of a pair `stem.one` and `stem.other`. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;

export interface Translate {
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** Chooses the form by `quantity`; `{count}` is `shown`, which may be abbreviated. */
  plural(stem: PluralKey, quantity: number, shown: string): string;
}

export function translator(language: Language): Translate {
  const catalogue = catalogues[language];
  const rules = new Intl.PluralRules(languageTags[language]);
  const translate = ((key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    )) as Translate;
  translate.plural = (stem, quantity, shown) => {
    const form = rules.select(quantity) === 'one' ? 'one' : 'other';
    return translate(`${stem}.${form}`, { count: shown });
  };
  return translate;
}

/** The remembered language, else the first of the browser's that we speak, else English. */
export function chooseLanguage(remembered: string | null, preferred: readonly string[]): Language {
  const wishes = [remembered, ...preferred]
    .filter((wish) => wish !== null)
    .map((wish) => wish.toLowerCase().split('-')[0]);
  return (
    wishes
      .map((wish) => languages.find((language) => language === wish))
      .find((found) => found !== undefined) ?? 'en'
  );
}
