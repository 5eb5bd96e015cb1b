import { Formats, translator, type Language, type Translate } from '@vitrine/core';
import { createContext, use } from 'react';
import { loadPart } from './loadPart.ts';
import { tracked } from './tracked.ts';
import { shellTexts, type ShellKey } from './texts/index.ts';

/** The texts of one part of the page in each language; a language is loaded when somebody reads it. */
export type Texts<K extends string = string> = Readonly<
  Record<Language, () => Promise<{ readonly texts: Readonly<Record<K, string>> }>>
>;

export interface Words<K extends string> {
  readonly language: Language;
  /** Says the part's own texts and those of the shell. */
  readonly t: Translate<K | ShellKey>;
  readonly formats: Formats;
  readonly choose: (language: Language) => void;
}

export interface Reader {
  readonly language: Language;
  readonly formats: Formats;
  readonly choose: (language: Language) => void;
}

export const ReaderContext = createContext<Reader | null>(null);

type Said = Readonly<Record<string, string>>;
const coming = new Map<Texts, Map<Language, Promise<Said>>>();
const translators = new Map<Texts, Map<Language, Translate>>();

/** Loads texts ahead of those who read them. What fails is asked for again the next time. */
export function loadTexts(texts: Texts, language: Language): Promise<Said> {
  const asked = entryOf(coming, texts);
  const known = asked.get(language);
  if (known !== undefined) return known;
  const load = tracked(loadPart(texts[language]).then((loaded) => loaded.texts));
  load.catch(() => asked.delete(language));
  asked.set(language, load);
  return load;
}

/** Everything that the page has said so far, in another language: so that changing it hides nothing. */
export async function loadLanguage(language: Language): Promise<void> {
  await Promise.all([...coming.keys()].map((texts) => loadTexts(texts, language)));
}

/** Waits (as Suspense does) until the texts are here. */
export function useTexts<K extends string>(texts: Texts<K>): Words<K> {
  const reader = use(ReaderContext);
  if (reader === null) throw new Error('useTexts outside LanguageProvider');
  const { language } = reader;
  const shell = read(shellTexts, language);
  const own = read(texts, language);
  const made = entryOf(translators, texts);
  const t = made.get(language) ?? translator(language, { ...shell, ...own });
  made.set(language, t);
  return { ...reader, t: t as Translate<K | ShellKey> };
}

/** The words of a part, as its components use them. */
export function wordsOf<K extends string>(texts: Texts<K>): () => Words<K> {
  return () => useTexts(texts);
}

/** The words of the shell, for what belongs to no feature. */
export const useWords = wordsOf(shellTexts);

function read(texts: Texts, language: Language): Said {
  return use(loadTexts(texts, language));
}

function entryOf<V>(map: Map<Texts, Map<Language, V>>, texts: Texts): Map<Language, V> {
  const found = map.get(texts) ?? new Map<Language, V>();
  map.set(texts, found);
  return found;
}
