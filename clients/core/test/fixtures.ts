import type { GiftShown, Room } from '../src/index.ts';

export function aRoom(change: Partial<Room> = {}): Room {
  return {
    id: '0193a000-0000-7000-8000-000000000001',
    title: 'Autumn knitwear',
    description: '',
    coverUrl: null,
    tags: [],
    kind: 'BRAND',
    state: 'SCHEDULED',
    streamer: { id: 'ann', name: 'Ann' },
    createdAt: '2026-11-22T09:00:00Z',
    startsAt: '2026-11-22T10:00:00Z',
    liveAt: null,
    endedAt: null,
    viewers: 0,
    peakViewers: 0,
    playback: null,
    replay: null,
    ...change,
  };
}

/** A store as a browser grants it. */
export function memoryStore(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

/** A rose of Ann's, as a room hears of it. */
export function aGift(change: Partial<GiftShown> = {}): GiftShown {
  return {
    id: 'g1',
    roomId: 'r',
    viewer: 'aaaaaaaaaaaaaaaa',
    name: 'Ann',
    gift: 'rose',
    giftName: { en: 'Rose', zh: '玫瑰' },
    animation: 'ROSE',
    count: 1,
    coins: 5,
    combo: 1,
    ...change,
  };
}
