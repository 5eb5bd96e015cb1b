import { chooseLanguage, Formats, languageTags, type Language } from '@vitrine/core';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { onRemembered, recall, remember } from './memory.ts';
import { loadLanguage, ReaderContext, type Reader } from './words.ts';

/** The language of whoever opens the page. */
export function firstLanguage(): Language {
  return chooseLanguage(recall('language'), navigator.languages);
}

/** Holds the language. Another one is shown once all its texts are here; one that cannot be loaded is not shown. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const wish = useRef(language);
  useEffect(() => {
    document.documentElement.lang = languageTags[language];
  }, [language]);
  const show = useCallback(
    (chosen: Language) => {
      wish.current = chosen;
      void loadLanguage(chosen).then(
        () => wish.current === chosen && setLanguage(chosen),
        () => (wish.current = language),
      );
    },
    [language],
  );
  // What is chosen in one window is read in all.
  useEffect(() => onRemembered('language', () => show(firstLanguage())), [show]);
  const reader = useMemo<Reader>(
    () => ({
      language,
      formats: new Formats(language),
      choose: (chosen) => {
        remember('language', chosen);
        show(chosen);
      },
    }),
    [language, show],
  );
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}
