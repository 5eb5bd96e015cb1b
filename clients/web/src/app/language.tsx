import {
  chooseLanguage,
  Formats,
  languageTags,
  translator,
  type Language,
  type Translate,
} from '@vitrine/core';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { recall, remember } from './memory.ts';

export interface Words {
  readonly language: Language;
  readonly t: Translate;
  readonly formats: Formats;
  readonly choose: (language: Language) => void;
}

const WordsContext = createContext<Words | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => chooseLanguage(recall('language'), navigator.languages));
  useEffect(() => {
    document.documentElement.lang = languageTags[language];
  }, [language]);
  const words = useMemo<Words>(
    () => ({
      language,
      t: translator(language),
      formats: new Formats(language),
      choose: (chosen) => {
        remember('language', chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (words === null) throw new Error('useWords outside LanguageProvider');
  return words;
}
