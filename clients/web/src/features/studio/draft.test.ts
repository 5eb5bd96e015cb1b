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

describe('a cover', () => {
  const faultOf = (coverUrl: string, before = emptyDraft) =>
    faultsOf({ ...emptyDraft, title: 'x', coverUrl }, now, before).coverUrl?.key;

  it('is an https address without credentials', () => {
    expect(faultOf('https://cdn.example/x.jpg?size=2@1')).toBeUndefined();
    for (const bad of [
      'http://cdn.example/x.jpg',
      'https://me:secret@cdn.example/x.jpg',
      'https://',
      'cdn/x.jpg',
    ])
      expect(faultOf(bad), bad).toBe('form.error.address');
  });

  it('that the house took of the show is not in the way of another change', () => {
    const before = draftOf(aRoom({ coverUrl: 'http://127.0.0.1:8080/media/covers/x.jpg' }));
    expect(faultOf(before.coverUrl, before)).toBeUndefined();
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
