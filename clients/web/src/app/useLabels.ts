import { useWords } from './words.ts';

/** Says what manifests name by a key: a test proves that every such key has a text. */
export function useLabels(): (key: string) => string {
  const { t } = useWords();
  return (key) => (t.has(key) ? t(key) : key);
}
