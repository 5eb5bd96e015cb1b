import { describe, expect, it } from 'vitest';
import { ingestOf, keepIngest, mostRooms } from './ingest.ts';

function memory(text: string | null = null) {
  let kept = text;
  return {
    recall: () => kept,
    remember: (_: string, value: string) => void (kept = value),
  };
}

describe('the address that a room is pushed to', () => {
  it('is known after a reload', () => {
    const store = memory();
    keepIngest('one', 'rtmp://a/live', store);
    keepIngest('one', 'rtmp://b/live', store);
    expect([ingestOf('one', store), ingestOf('other', store)]).toEqual(['rtmp://b/live', null]);
  });

  it('is kept of the last rooms alone, and never with a key', () => {
    const store = memory();
    for (let i = 0; i <= mostRooms; i++) keepIngest(`room-${i}`, 'rtmp://a/live', store);
    expect([ingestOf('room-0', store), ingestOf(`room-${mostRooms}`, store)]).toEqual([
      null,
      'rtmp://a/live',
    ]);
    expect((JSON.parse(store.recall()!) as string[][]).every((entry) => entry.length === 2)).toBe(true);
  });

  it.each(['{', '{}', '[["one"]]', '[["one", 7]]'])('is not had of nonsense: %s', (text) => {
    expect(ingestOf('one', memory(text))).toBeNull();
  });
});
