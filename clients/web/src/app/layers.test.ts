import { expect, it } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** `../features/gifts/Give.tsx` is of `features/gifts`, `../ui/Icon.tsx` of `ui`. */
function partOf(path: string): string {
  const [, first, second] = path.split('/');
  return first === 'features' ? `features/${second}` : (first ?? '');
}

function imports(path: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to]) =>
    new URL(to!, `http://x/a/${path.replace('../', '')}`).pathname.replace('/a/', '../'),
  );
}

const edges = Object.entries(sources).flatMap(([path, text]) =>
  imports(path, text).map((to) => ({ path, from: partOf(path), to: partOf(to) })),
);

it('a feature knows no other feature', () => {
  const wrong = edges.filter(
    ({ from, to }) => from.startsWith('features/') && to.startsWith('features/') && from !== to,
  );
  expect(wrong).toEqual([]);
});

it('what features share knows none of them', () => {
  const wrong = edges.filter(
    ({ from, to }) => ['app', 'live', 'ui'].includes(from) && to.startsWith('features/'),
  );
  expect(wrong).toEqual([]);
});
