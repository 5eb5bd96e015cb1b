import { expect, it } from 'vitest';
import { addressOf, readFilter } from './filter.ts';

it('tells in the address which accounts are listed, and reads it back the same', () => {
  const filter = { kind: 'PENDING_INCOME', owner: '小雨 & co' } as const;
  expect(readFilter(new URL(addressOf(filter), 'http://x').searchParams)).toEqual(filter);
  expect(addressOf({ kind: null, owner: null })).toBe('/audit');
});

it('ignores a filter that is none', () => {
  expect(readFilter(new URLSearchParams('kind=toString&owner=%20'))).toEqual({ kind: null, owner: null });
  expect(readFilter(new URLSearchParams(`owner=${'a'.repeat(300)}`)).owner).toHaveLength(255);
});
