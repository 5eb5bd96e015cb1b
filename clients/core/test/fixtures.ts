import { Network, type HttpResponse, type Platform, type SharedStore } from '../src/index.ts';
import type { GiftShown } from '../src/ledger/index.ts';
import type { Room } from '../src/rooms/index.ts';

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

type Serve = (request: Request) => Promise<Response>;

/** A platform whose server is a function. */
export function platformOver(serve: Serve, baseUrl = 'http://vitrine.test'): Platform {
  return {
    baseUrl,
    send: async ({ method, url, headers, body }) =>
      asAnswer(await serve(new Request(url, { method, headers, body }))),
    openSocket: () => {
      throw new Error('no socket was expected');
    },
    durable: memoryStore(),
    tab: memoryStore(),
    visibility: { visible: () => true, subscribe: () => () => undefined },
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())),
  };
}

/** The API of such a platform for somebody with a token. */
export function networkOver(serve: Serve, refused: (token: string) => void = () => undefined): Network {
  return new Network(platformOver(serve), { token: async () => 'secret-token', refused });
}

export function asAnswer(response: Response): HttpResponse {
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    text: () => response.text(),
    bytes: async () => new Uint8Array(await response.arrayBuffer()),
  };
}

/** A store as a browser grants it. */
export function memoryStore(): SharedStore {
  return windowsOver(1)[0]!;
}

/** What several windows of one browser keep together: each is told what another one changes. */
export function windowsOver(count: number): SharedStore[] {
  const map = new Map<string, string>();
  const listeners = Array.from({ length: count }, () => new Set<(key: string | null) => void>());
  return listeners.map((own) => {
    const tell = (key: string) =>
      listeners.filter((each) => each !== own).forEach((each) => each.forEach((hear) => hear(key)));
    return {
      getItem: (key) => map.get(key) ?? null,
      setItem(key, value) {
        map.set(key, value);
        tell(key);
      },
      removeItem(key) {
        map.delete(key);
        tell(key);
      },
      subscribe(hear) {
        own.add(hear);
        return () => own.delete(hear);
      },
    };
  });
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
