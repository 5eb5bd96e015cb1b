import { languages, type Language } from '@vitrine/core';
import { describe, expect, it } from 'vitest';
import { texts as shellInEnglish } from './texts/all.en.ts';
import { features } from './features.ts';
import { shellTexts } from './texts/index.ts';

type Catalogue = Readonly<Record<string, string>>;

const files = import.meta.glob<Catalogue>(['../**/texts/*.ts', '!../**/texts/{all.*,index}.ts'], {
  eager: true,
  import: 'texts',
});
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const inLanguage = (path: string, language: Language) => path.replace(/en\.ts$/, `${language}.ts`);

describe.each(Object.keys(files).filter((path) => path.endsWith('en.ts')))('%s', (path) => {
  const english = files[path]!;

  it.each(languages)('says everything in %s, with the same placeholders', (language) => {
    const said = files[inLanguage(path, language)] ?? {};
    expect(Object.keys(said).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(said)) {
      expect(text.trim(), key).not.toBe('');
      expect(placeholders(text), key).toEqual(placeholders(english[key]!));
    }
  });

  it('has both forms of every plural', () => {
    for (const key of Object.keys(english).filter((name) => name.endsWith('.one')))
      expect(Object.keys(english)).toContain(key.replace(/\.one$/, '.other'));
  });
});

describe('what manifests name', () => {
  it.each(features)('$name: has a text', async ({ navigation, texts, ...feature }) => {
    const own = (await texts.en()).texts;
    const labels = [navigation?.label, navigation?.group].filter((label) => label !== undefined);
    for (const label of labels) expect(Object.keys(shellInEnglish)).toContain(label);
    if (feature.audience !== 'everyone')
      for (const key of Object.values(feature.signIn)) expect(Object.keys(own)).toContain(key);
  });
});

it.each(languages)('no text of the shell or of a feature hides another in %s', async (language) => {
  const shell = (await shellTexts[language]()).texts;
  const parts = Object.entries(files).filter(([path]) => path.endsWith(`shell.${language}.ts`));
  const keys = [files[`./texts/${language}.ts`]!, ...parts.map(([, texts]) => texts)].flatMap(Object.keys);
  expect(Object.keys(shell).sort()).toEqual(keys.sort());
  for (const { texts } of features)
    for (const key of Object.keys((await texts[language]()).texts))
      expect(Object.keys(shell)).not.toContain(key);
});
