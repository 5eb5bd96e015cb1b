import { describe, expect, it } from 'vitest';
import { aRoom } from '../../../../core/test/fixtures.ts';
import { match } from '../../app/match.ts';
import { addressOf, commonTags, readFilters } from './filters.ts';

describe('the address of the home page', () => {
  it('says what is shown and is read back the same', () => {
    const filters = { show: 'replays', kind: 'BRAND', tag: '茶叶 & co' } as const;
    expect(readFilters(new URL(addressOf(filters), 'http://x').searchParams)).toEqual(filters);
    expect(addressOf({ show: null, kind: null, tag: null })).toBe('/');
  });

  it('ignores nonsense', () => {
    const none = { show: null, kind: null, tag: null };
    expect(readFilters(new URLSearchParams('show=toString&kind=X&tag=' + 'a'.repeat(31)))).toEqual(none);
  });
});

it('offers the tags most used, the one in use always among them', () => {
  const rooms = [aRoom({ tags: ['a', 'b'] }), aRoom({ tags: ['b'] })];
  expect(commonTags(rooms, null, 1)).toEqual(['b']);
  expect(commonTags(rooms, 'z', 2)).toEqual(['z', 'b']);
});

it('matches paths segment by segment', () => {
  expect(match('/rooms/:id', '/rooms/7')).toEqual({ id: '7' });
  expect(match('/rooms/:id', '/rooms/7/')).toEqual({ id: '7' });
  expect(match('/rooms/:id', '/rooms')).toBeNull();
  expect(match('/', '/')).toEqual({});
});
