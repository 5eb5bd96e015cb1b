import { describe, expect, it } from 'vitest';
import { changesOf, namesIn } from '../src/chat/index.ts';

describe('what an act changed', () => {
  it.each([
    [null, []],
    ['until 2026-11-30T10:00:00.123456789Z', [{ kind: 'until', at: '2026-11-30T10:00:00.123456789Z' }]],
    ['12 added, 3 removed', [{ kind: 'words', added: 12, removed: 3 }]],
    ['slowModeSeconds 0 -> 10', [{ kind: 'slowMode', seconds: 10 }]],
    ['followersOnly false -> true', [{ kind: 'followersOnly', on: true }]],
    ['notice "Ends at 8, see you"', [{ kind: 'notice', text: 'Ends at 8, see you' }]],
    ['notice taken down', [{ kind: 'notice', text: null }]],
    [
      'slowModeSeconds 10 -> 0, followersOnly true -> false, notice "slowModeSeconds 1 -> 2"',
      [
        { kind: 'slowMode', seconds: 0 },
        { kind: 'followersOnly', on: false },
        { kind: 'notice', text: 'slowModeSeconds 1 -> 2' },
      ],
    ],
  ])('is read of %j', (detail, changes) => {
    expect(changesOf({ detail })).toEqual(changes);
  });

  it.each(['until tomorrow', 'moodRing green -> red', 'PT5M', ''])('is not told raw: %j', (detail) => {
    expect(changesOf({ detail })).toEqual([]);
  });
});

it('people are named by what the page knows of them, and nobody who was erased', () => {
  const names = namesIn([{ viewer: 'a', name: 'Ann' }], [{ viewer: 'b', name: '' }]);
  expect([names.get('a'), names.get('b')]).toEqual(['Ann', undefined]);
});
