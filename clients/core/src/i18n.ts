export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** Texts of one language by their keys. */
export type Catalogue = Readonly<Record<string, string>>;

/** How each language calls itself. */
export const languageNames: Record<Language, string> = { en: 'EN', zh: '中文' };
/** For `<html lang>`. */
export const languageTags: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

/** The stem of a pair `stem.one` and `stem.other`. */
export type PluralKey<K extends string> = K extends `${infer Stem}.other` ? Stem : never;

/** The stem of words of the server: `stem.unknown` stands for those that a later server may have. */
export type WordKey<K extends string> = K extends `${infer Stem}.unknown` ? Stem : never;

/** Says what the keys `K` stand for. */
export interface Translate<K extends string = string> {
  (key: K, values?: Readonly<Record<string, string | number>>): string;
  /** Chooses the form by `quantity`; `{count}` is `shown`, which may be abbreviated. */
  plural(stem: PluralKey<K>, quantity: number, shown: string): string;
  /** Says a word of the server, never as the server writes it. */
  word(stem: WordKey<K>, word: string, values?: Readonly<Record<string, string | number>>): string;
  /** For keys that are made of what others say. */
  has(key: string): key is K;
}

export function translator<K extends string>(
  language: Language,
  catalogue: Readonly<Record<K, string>>,
): Translate<K> {
  const rules = new Intl.PluralRules(languageTags[language]);
  const translate = ((key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    )) as Translate<K>;
  translate.plural = (stem, quantity, shown) => {
    const form = rules.select(quantity) === 'one' ? 'one' : 'other';
    return translate(`${stem}.${form}` as K, { count: shown });
  };
  translate.word = (stem, word, values) => {
    const key = `${stem}.${word}`;
    return translate(translate.has(key) ? key : (`${stem}.unknown` as K), values);
  };
  translate.has = (key): key is K => Object.hasOwn(catalogue, key);
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
