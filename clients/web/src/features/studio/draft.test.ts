import { describe, expect, it } from 'vitest';
import { changeOf, draftOf, emptyDraft, faultsOf, newRoomOf } from './draft.ts';
import { aRoom } from '../../../../core/test/fixtures.ts';

const now = Date.parse('2026-11-22T10:00:00Z');

describe('the form knows the contract’s bounds', () => {
  it('counts characters as a reader does', () => {
    expect(faultsOf({ ...emptyDraft, title: '🧶'.repeat(120) }, now)).toEqual({});
    expect(faultsOf({ ...emptyDraft, title: '毛'.repeat(121) }, now).title).toEqual({
      key: 'form.error.tooLong',
      max: 120,
    });
    expect(faultsOf({ ...emptyDraft, title: '   ' }, now).title?.key).toBe('form.error.required');
  });

  it('refuses other schemes, too many tags and a start too far away', () => {
    const faults = faultsOf(
      {
        ...emptyDraft,
        title: 'x',
        coverUrl: 'javascript:alert(1)',
        tags: 'a,b,c,d,e,f,g,h,i,j,k',
        startsAt: '2028-01-01T00:00',
      },
      now,
    );
    expect(Object.keys(faults).sort()).toEqual(['coverUrl', 'startsAt', 'tags']);
  });
});

describe('what is sent', () => {
  it('leaves out what was left empty', () => {
    expect(newRoomOf({ ...emptyDraft, title: ' Hello ' })).toEqual({ title: 'Hello', kind: 'BRAND' });
  });

  it('is only what changed, and null clears the cover', () => {
    const room = aRoom({ coverUrl: 'https://cdn/x.jpg', tags: ['a'] });
    expect(changeOf(draftOf(room), room)).toBeNull();
    expect(changeOf({ ...draftOf(room), coverUrl: '', tags: 'a, b' }, room)).toEqual({
      coverUrl: null,
      tags: ['a', 'b'],
    });
  });
});
