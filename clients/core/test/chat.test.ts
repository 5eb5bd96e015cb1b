import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem, Unreachable, type ItemKind, type Socket } from '../src/index.ts';
import {
  ChatClient,
  Cursor,
  emptyView,
  ReplayChat,
  shown,
  type ChatItem,
  type Joined,
  type Segment,
  type SegmentIndex,
  type ShownItem,
} from '../src/chat/index.ts';

import { platformOver } from './fixtures.ts';

const at = '2026-11-25T20:00:00Z';
const room = '01900000-0000-7000-8000-000000000001';
const slotMillis = 2_000;

function said(seq: number, text = `line ${seq}`, viewer = 'aaaaaaaaaaaaaaaa'): ChatItem {
  return {
    seq,
    kind: 'danmaku',
    at,
    by: { viewer, name: 'Ann', role: 'VIEWER' },
    text,
    colour: 'WHITE',
    position: 'SCROLL',
  };
}

const pin: ItemKind<object> = {
  name: 'pin',
  stands: true,
  accepts: (body): body is object => typeof body === 'object' && body !== null,
};

const pinned = (seq: number, change: Partial<ShownItem> = {}): ShownItem => ({
  ...{ seq, kind: 'pin', at, body: {} },
  ...change,
});

/** What names somebody, as others show it. */
const naming = (viewer: string, name: string) => ({ viewer, name }) as unknown as ShownItem['body'];

/** A server's end of one socket. */
class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];

  send(data: string) {
    this.sent.push(JSON.parse(data) as Record<string, unknown>);
  }
  close() {
    this.onclose?.();
  }
  open() {
    this.onopen?.();
  }
  bring(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  batch(after: number, until: number, items: ChatItem[]) {
    this.bring({ type: 'batch', room, after, until, items });
  }
  joined(change: Partial<Joined> = {}) {
    this.bring({
      type: 'joined',
      id: 'x',
      room,
      lane: 'A',
      cursor: 0,
      reset: true,
      self: { viewer: 'bbbbbbbbbbbbbbbb', name: 'Bob', role: 'VIEWER', guest: false, mutedUntil: null },
      policy: { slowModeSeconds: 0, followersOnly: false, notice: null },
      viewers: 1,
      likes: 0,
      pingSeconds: 20,
      serverTime: at,
      items: [],
      ...change,
    });
  }
  actions(action: string) {
    return this.sent.filter((message) => message.action === action);
  }
}

let sockets: FakeSocket[];
let stored: Map<string, Segment | SegmentIndex>;
let client: ChatClient;
let token: string | null;
let prove: () => Promise<unknown>;

const last = () => sockets[sockets.length - 1]!;
const texts = () =>
  client.snapshot().lines.flatMap((line) => (line.kind === 'said' ? [line.danmaku.text] : []));

beforeEach(async () => {
  vi.useFakeTimers({ now: 0 });
  sockets = [];
  stored = new Map();
  token = 'token';
  prove = vi.fn(async () => undefined);
  let id = 0;
  client = new ChatClient({
    platform: {
      ...platformOver(async ({ url }) => {
        const segment = stored.get(url);
        return segment ? Response.json(segment) : new Response('', { status: 404 });
      }),
      openSocket: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket;
      },
    },
    room,
    token: async () => token,
    prove: () => prove(),
    random: () => 0,
    id: () => `id-${id++}`,
  });
  client.start();
  await vi.advanceTimersByTimeAsync(0);
  last().open();
  last().joined();
});

afterEach(() => {
  client.stop();
  vi.useRealTimers();
});

describe('the cursor rule', () => {
  it('drops repeats, tells gaps, takes what is new', () => {
    const cursor = new Cursor();
    expect(cursor.take({ after: 0, until: 2, items: [said(1), said(2)] }).kind).toBe('new');
    expect(cursor.take({ after: 0, until: 2, items: [said(1), said(2)] }).kind).toBe('repeat');
    expect(cursor.take({ after: 5, until: 6, items: [said(6)] }).kind).toBe('gap');
    const overlapping = cursor.take({ after: 1, until: 3, items: [said(2), said(3)] });
    expect(overlapping.kind === 'new' && overlapping.items.map((item) => item.seq)).toEqual([3]);
  });

  it('holds under every order, loss and repetition of batches that a join makes good', () => {
    const everything = Array.from({ length: 40 }, (_, i) => said(i + 1));
    for (let seed = 1; seed <= 50; seed++) {
      const cursor = new Cursor();
      const seen: number[] = [];
      let state = seed;
      const next = (bound: number) => (state = (state * 48271) % 2147483647) % bound;
      while (cursor.value < everything.length) {
        const after = next(everything.length);
        const until = Math.min(everything.length, after + 1 + next(6));
        const taken = cursor.take({ after, until, items: everything.slice(after, until) });
        if (taken.kind === 'new') seen.push(...taken.items.map((item) => item.seq));
        if (taken.kind === 'gap') {
          const missed = everything.slice(cursor.value, cursor.value + 3);
          seen.push(...missed.map((item) => item.seq));
          cursor.moveTo(cursor.value + missed.length);
        }
      }
      expect(seen, `seed ${seed}`).toEqual(everything.map((item) => item.seq));
    }
  });
});

describe('a client of a room', () => {
  it('shows what is new once', () => {
    last().batch(0, 1, [said(1)]);
    last().batch(0, 2, [said(1), said(2)]);
    expect(texts()).toEqual(['line 1', 'line 2']);
    expect(client.log).toEqual([1, 2]);
  });

  it('joins again from its cursor when something is missing', () => {
    last().batch(0, 1, [said(1)]);
    last().batch(3, 4, [said(4)]);
    expect(texts()).toEqual(['line 1']);
    expect(last().actions('join').at(-1)).toMatchObject({ after: 1 });
    last().joined({ reset: false, cursor: 4, items: [said(2), said(3), said(4)] });
    expect(texts()).toEqual(['line 1', 'line 2', 'line 3', 'line 4']);
  });

  it('comes back after a loss, with its cursor', async () => {
    last().batch(0, 1, [said(1)]);
    last().close();
    expect(client.snapshot().connection).toBe('lost');
    await vi.advanceTimersByTimeAsync(20_000);
    last().open();
    expect(last().actions('join')[0]).toMatchObject({ after: 1 });
  });

  it('replaces what it showed when the server cannot go on from its cursor', () => {
    last().batch(0, 1, [said(1)]);
    last().joined({ reset: true, cursor: 90, items: [said(89), said(90)] });
    expect(texts()).toEqual(['line 89', 'line 90']);
  });

  it('sends an unanswered message again under the same id, and settles it once', async () => {
    const reply = client.say({ text: 'hello' });
    const id = last().actions('say')[0]!.id;
    last().close();
    await vi.advanceTimersByTimeAsync(20_000);
    last().open();
    last().joined({ reset: false });
    expect(last().actions('say')[0]).toMatchObject({ id, text: 'hello' });
    last().bring({ type: 'reply', id, ok: true, seq: 7 });
    expect(await reply).toMatchObject({ ok: true, seq: 7 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(last().actions('say')).toHaveLength(1);
  });

  it('asks again when the service was not available', async () => {
    void client.say({ text: 'hello' });
    const id = last().actions('say')[0]!.id;
    last().bring({ type: 'reply', id, ok: false, rule: 'UNAVAILABLE' });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(last().actions('say')).toHaveLength(2);
  });

  it('merges taps into one message a second', async () => {
    for (let i = 0; i < 7; i++) client.like();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(last().actions('like')).toEqual([{ action: 'like', count: 7 }]);
  });

  it('keeps its presence', async () => {
    await vi.advanceTimersByTimeAsync(41_000);
    expect(last().actions('ping')).toHaveLength(2);
  });

  it('takes away what a moderator took away', () => {
    last().batch(0, 3, [said(1), said(2, 'bad'), said(3, 'worse', 'cccccccccccccccc')]);
    last().batch(3, 4, [{ seq: 4, kind: 'moderation', at, act: 'MESSAGE_DELETED', message: 2 }]);
    expect(texts()).toEqual(['line 1', 'worse']);
    last().batch(4, 5, [
      { seq: 5, kind: 'moderation', at, act: 'VIEWER_BANNED', viewer: 'cccccccccccccccc' },
    ]);
    expect(texts()).toEqual(['line 1']);
  });

  it('shows no name of who was erased, in what others show either', () => {
    client.stop();
    const viewer = 'cccccccccccccccc';
    const view = shown(emptyView, pinned(1, { body: naming(viewer, 'Cora') }), { pin });
    const act = { seq: 2, kind: 'moderation', at, act: 'MESSAGES_ERASED', viewer } as const;
    expect(shown(view, act, { pin }).lines).toMatchObject([{ body: naming(viewer, '') }]);
  });

  it('joins again for what had no room in one answer', () => {
    last().joined({ reset: true, cursor: 1, items: [said(1)], more: true });
    expect(last().actions('join').at(-1)).toMatchObject({ after: 1 });
    last().joined({ reset: false, cursor: 2, items: [said(2)] });

    expect(last().actions('join')).toHaveLength(2);
    expect(texts()).toEqual(['line 1', 'line 2']);
  });

  it('goes from lane to lane without gap or repeat', async () => {
    const base = 'http://test/media/chat/room/';
    const lane = (seq: number, to: 'A' | 'B'): ChatItem => ({
      seq,
      kind: 'lane',
      at,
      lane: to,
      ...(to === 'B' ? { segments: { base, slotMillis, from: 1 } } : {}),
    });
    const segment = (slot: number, after: number, until: number, items: ChatItem[]) =>
      stored.set(`${base}${slot}.json`, { slot, after, until, viewers: 900, likes: 5, items });
    last().batch(0, 2, [said(1), lane(2, 'B')]);
    expect(client.position).toEqual({ cursor: 2, lane: 'B' });
    segment(1, 2, 4, [said(3), said(4)]);
    segment(2, 4, 7, [said(5), said(7)]);
    // the server serves sockets again before this reader has read the last segment
    last().batch(9, 10, [said(10)]);
    segment(3, 7, 9, [said(8), lane(9, 'A')]);
    await vi.advanceTimersByTimeAsync(4 * slotMillis + 700);
    expect(client.position).toEqual({ cursor: 9, lane: 'A' });
    expect(last().actions('join').at(-1)).toMatchObject({ after: 9 });
    last().joined({ reset: false, cursor: 10, items: [said(10)] });
    last().batch(10, 11, [said(11)]);
    expect(client.log).toEqual([1, 2, 3, 4, 5, 7, 8, 9, 10, 11]);
    expect(client.snapshot().viewers).toBe(1);
  });

  it('reads on where the room says, whatever it followed before the socket was lost', async () => {
    const base = 'http://test/media/chat/room/';
    const store = (slot: number, item: ChatItem) =>
      stored.set(`${base}${slot}.json`, {
        ...{ slot, after: item.seq - 1, until: item.seq },
        ...{ viewers: 900, likes: 5, items: [item] },
      });
    last().joined({ lane: 'B', segments: { base, slotMillis, from: 1 } });
    last().joined({ reset: false, lane: 'B', cursor: 7, segments: { base, slotMillis, from: 4 } });
    store(4, said(8));
    await vi.advanceTimersByTimeAsync(6 * slotMillis);
    expect(texts()).toEqual(['line 8']);
    last().joined({ reset: true, lane: 'A', cursor: 20 });
    last().batch(20, 21, [said(21)]);
    expect(client.position).toEqual({ cursor: 21, lane: 'A' });
  });

  describe('that fell behind on lane B', () => {
    const base = 'http://test/media/chat/room/';
    const eve = 'eeeeeeeeeeeeeeee';
    const store = (slot: number, after: number, until: number, items: ChatItem[]) =>
      stored.set(`${base}${slot}.json`, { slot, after, until, viewers: 1, likes: 0, items });
    const index = (change: Partial<SegmentIndex>) =>
      stored.set(`${base}index.json`, {
        ...{ lane: 'B', slotMillis, oldest: 0, slot: 9, until: 9, serverTime: at },
        ...change,
      });

    it('never shows what was taken back since, whatever a cache still holds', async () => {
      const gift = pinned(4, { body: naming(eve, 'Eve') });
      store(0, 0, 5, [said(1), said(2, 'deleted'), said(3, 'erased', eve), gift, said(5, 'later')]);
      store(1, 5, 7, [said(6, 'of a later life', eve)]);
      index({
        slot: 1,
        removed: [
          { seq: 6, message: 2 },
          { seq: 5, viewer: eve },
        ],
      });
      const shown: unknown[] = [];
      client.onItem(pin, (body) => shown.push(body));
      vi.setSystemTime(10 * slotMillis);
      last().joined({ reset: true, lane: 'B', cursor: 0, segments: { base, slotMillis, from: 0 } });
      await vi.advanceTimersByTimeAsync(1_000);
      expect(texts()).toEqual(['line 1', 'later', 'of a later life']);
      expect(shown).toEqual([{ viewer: eve, name: '' }]);
    });

    it('reads no index while it is not behind', async () => {
      index({ removed: [{ seq: 9, message: 1 }] });
      store(0, 0, 1, [said(1)]);
      last().joined({ reset: true, lane: 'B', cursor: 0, segments: { base, slotMillis, from: 0 } });
      await vi.advanceTimersByTimeAsync(slotMillis + 1_000);
      expect(texts()).toEqual(['line 1']);
    });

    it.each([
      ['older than the oldest that is there', { oldest: 7 }],
      ['deleted', { oldest: 0 }],
    ])('joins again when the segment is %s', async (_, change) => {
      index(change);
      vi.setSystemTime(10 * slotMillis);
      last().joined({ reset: true, lane: 'B', cursor: 4, segments: { base, slotMillis, from: 0 } });
      await vi.advanceTimersByTimeAsync(1_000);
      expect(last().actions('join').at(-1)).toMatchObject({ after: 4 });
      last().joined({ reset: false, lane: 'A', cursor: 5, items: [said(5)] });
      expect(texts()).toEqual(['line 5']);
    });
  });

  it('waits for a segment that is not there yet', async () => {
    const base = 'http://test/media/chat/room/';
    last().joined({ reset: true, lane: 'B', cursor: 0, segments: { base, slotMillis, from: 0 } });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts()).toEqual([]);
    stored.set(`${base}0.json`, { slot: 0, after: 0, until: 1, viewers: 1, likes: 0, items: [said(1)] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(texts()).toEqual(['line 1']);
  });
});

describe('a connection that is refused', () => {
  /** The server ends the handshake: a browser tells no more than that the socket is closed. */
  async function refuse() {
    last().close();
    await vi.advanceTimersByTimeAsync(15_000);
  }

  it('asks the API once whether its token is taken', async () => {
    last().close();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(prove).not.toHaveBeenCalled();
    await refuse();
    expect(prove).toHaveBeenCalledTimes(1);
    await refuse();
    expect(prove).toHaveBeenCalledTimes(1);
    token = 'newer';
    await refuse();
    await refuse();
    expect(prove).toHaveBeenCalledTimes(2);
  });

  it('asks again when the API was not reached, and takes every answer for one', async () => {
    const answers = [new Unreachable('gone'), new Problem(403, '', '', '', [], null)];
    prove = vi.fn(() => Promise.reject(answers.shift()!));
    await refuse();
    for (let times = 0; times < 3; times++) await refuse();
    expect(prove).toHaveBeenCalledTimes(2);
  });

  it('asks nothing for a guest', async () => {
    token = null;
    await refuse();
    await refuse();
    expect(prove).not.toHaveBeenCalled();
  });

  it('by the room is tried again as one that was lost', async () => {
    const { id } = last().actions('join')[0]!;
    last().bring({ type: 'reply', id, ok: false, rule: 'UNAVAILABLE', detail: '' });
    expect(client.snapshot().connection).toBe('lost');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(sockets).toHaveLength(2);
  });
});

describe('a token that has its time while the room is open', () => {
  const guest = (id: unknown) => ({ type: 'reply', id, ok: false, rule: 'GUEST', detail: '' });

  it('is followed by its successor, and the message is said then', async () => {
    const reply = client.say({ text: 'hello' });
    const { id } = last().actions('say')[0]!;
    last().bring(guest(id));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sockets).toHaveLength(2);
    last().open();
    last().joined();
    expect(last().actions('say')[0]).toMatchObject({ id, text: 'hello' });
    last().bring({ type: 'reply', id, ok: true, seq: 1 });
    expect(await reply).toMatchObject({ ok: true });
  });

  it('settles a message that is refused again', async () => {
    const reply = client.say({ text: 'hello' });
    const { id } = last().actions('say')[0]!;
    last().bring(guest(id));
    await vi.advanceTimersByTimeAsync(1_000);
    last().open();
    last().joined();
    last().bring(guest(id));
    expect(await reply).toMatchObject({ ok: false, rule: 'GUEST' });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(sockets).toHaveLength(2);
  });
});

describe('who is banned', () => {
  const self = 'bbbbbbbbbbbbbbbb';
  const act = (seq: number, act: string, viewer: string) =>
    ({ seq, kind: 'moderation', at, act, viewer }) as unknown as ChatItem;

  it('is told so as it happens, and when it is lifted', () => {
    last().batch(0, 1, [act(1, 'VIEWER_BANNED', 'aaaaaaaaaaaaaaaa')]);
    expect(client.snapshot().banned).toBe(false);
    last().batch(1, 2, [act(2, 'VIEWER_BANNED', self)]);
    expect(client.snapshot().banned).toBe(true);
    last().batch(2, 3, [act(3, 'SANCTION_LIFTED', self)]);
    expect(client.snapshot().banned).toBe(false);
  });

  it.each([
    ['a message', (id: unknown) => ({ type: 'reply', id, ok: false, rule: 'BANNED', detail: '' })],
    ['a like', () => ({ type: 'error', rule: 'BANNED', detail: '' })],
  ])('before they came is told so with %s', (_, refusal) => {
    void client.say({ text: 'hello' });
    last().bring(refusal(last().actions('say')[0]!.id));
    expect(client.snapshot().banned).toBe(true);
  });

  it('stays so when the connection comes back', async () => {
    last().batch(0, 1, [act(1, 'VIEWER_BANNED', self)]);
    last().close();
    await vi.advanceTimersByTimeAsync(1_000);
    last().open();
    last().joined({ reset: false, cursor: 1 });
    expect(client.snapshot().banned).toBe(true);
  });
});

it('an act is heard as it comes, and not what was done before', () => {
  const heard: number[] = [];
  client.onAct(({ seq }) => heard.push(seq));
  const act = (seq: number) =>
    ({ seq, kind: 'moderation', at, act: 'MESSAGE_DELETED', message: 1 }) as unknown as ChatItem;
  last().joined({ items: [act(1)], cursor: 1 });
  last().batch(1, 2, [act(2)]);
  expect(heard).toEqual([2]);
});

it('an act that this page does not know changes nothing that is shown', () => {
  const act = { seq: 1, kind: 'moderation', at, act: 'PROMOTED' } as unknown as ChatItem;
  expect(shown(emptyView, act)).toEqual(emptyView);
});

describe('what others show in a room', () => {
  let heard: { body: object; ends: boolean }[];

  beforeEach(() => {
    heard = [];
    client.onItem(pin, (body, ends) => heard.push({ body, ends }));
  });

  it('is heard as it comes, with whether it ends what stood', () => {
    last().batch(0, 2, [pinned(1), pinned(2, { ends: true })]);
    last().batch(2, 3, [pinned(3, { kind: 'other' })]);
    expect(heard).toEqual([
      { body: {}, ends: false },
      { body: {}, ends: true },
    ]);
  });

  it('is heard when it stands, by whoever comes later, and moves no cursor', () => {
    last().joined({ cursor: 5, items: [pinned(5)], standing: [{ kind: 'pin', at, body: {} }] });
    expect(heard).toEqual([{ body: {}, ends: false }]);
    expect(client.position.cursor).toBe(5);
    expect(client.log).toEqual([5]);
  });

  it('is heard after what was missed when it stands', () => {
    const standing = [{ kind: 'pin', at, body: {} }];
    last().joined({ reset: false, cursor: 1, items: [pinned(1, { ends: true })], standing });
    expect(heard.map(({ ends }) => ends)).toEqual([true, false]);
  });

  it.each([
    ['heard as it came', () => last().batch(0, 2, [pinned(2, { body: { product: 7 } as never })])],
    [
      'standing when one came',
      () => last().joined({ standing: [{ kind: 'pin', at, body: { product: 7 } as never }] }),
    ],
  ])('has ended when it was %s and a later join no longer lists it', (_, pinIt) => {
    pinIt();
    last().joined({ reset: true, cursor: 900 });
    last().joined({ reset: true, cursor: 901 });
    expect(heard).toEqual([
      { body: { product: 7 }, ends: false },
      { body: { product: 7 }, ends: true },
    ]);
  });

  it('has ended once when its end was among what was missed', () => {
    last().batch(0, 1, [pinned(1)]);
    last().joined({ reset: false, cursor: 2, items: [pinned(2, { ends: true })] });
    expect(heard.map(({ ends }) => ends)).toEqual([false, true]);
  });

  it('stays when a join lists it again, whatever else is gone', () => {
    const other: boolean[] = [];
    client.onItem({ ...pin, name: 'sale' }, (_, ends) => other.push(ends));
    last().batch(0, 2, [pinned(1), pinned(2, { kind: 'sale' })]);
    last().joined({ reset: true, cursor: 900, standing: [{ kind: 'pin', at, body: {} }] });
    expect(heard.map(({ ends }) => ends)).toEqual([false, false]);
    expect(other).toEqual([false, true]);
  });

  it('never ends by a join when it happens and does not stand', () => {
    const gifts: boolean[] = [];
    client.onItem({ name: 'gift', accepts: pin.accepts }, (_, ends) => gifts.push(ends));
    last().batch(0, 1, [pinned(1, { kind: 'gift' })]);
    last().joined({ reset: true, cursor: 900 });
    expect(gifts).toEqual([false]);
  });

  it('is heard when the room counts anew after a reset', () => {
    last().batch(0, 7, [pinned(7)]);
    last().joined({ reset: true, cursor: 2 });
    last().bring({ type: 'private', room, items: [pinned(7)] });
    expect(heard.map(({ ends }) => ends)).toEqual([false, true, false]);
  });

  it('is heard once when it is for few, and moves no cursor', () => {
    const few = { type: 'private', room, items: [pinned(7)] };
    last().batch(0, 4, [said(1)]);
    last().bring(few);
    last().bring(few);
    last().joined({ reset: false, cursor: 5, items: [said(5), pinned(7)] });
    expect(heard.filter(({ ends }) => !ends)).toHaveLength(1);
    expect(client.position.cursor).toBe(5);
    last().batch(5, 8, [said(6), said(8)]);
    last().bring(few);
    expect(client.log).toEqual([1, 7, 5, 6, 8]);
    expect(heard.filter(({ ends }) => !ends)).toHaveLength(1);
  });

  it('is heard when it is for few and the cursor is past it', () => {
    last().batch(0, 9, [said(9)]);
    last().bring({ type: 'private', room, items: [pinned(4)] });
    expect(heard).toHaveLength(1);
    expect(client.position.cursor).toBe(9);
  });
});

describe('the talk of a replay', () => {
  it('is found by the time of the recording, minute by minute', async () => {
    const objects: Record<string, unknown> = {
      'http://vitrine.test/media/chat/r/replay/index.json': { room, minutes: [0, 2] },
      'http://vitrine.test/media/chat/r/replay/0.json': {
        minute: 0,
        items: [
          { ...said(1), mediaMillis: 59_000 },
          { ...pinned(2), mediaMillis: 59_500 },
        ],
      },
      'http://vitrine.test/media/chat/r/replay/2.json': {
        minute: 2,
        items: [{ ...said(2), mediaMillis: 121_000 }],
      },
    };
    const asked: string[] = [];
    const replay = new ReplayChat(
      platformOver(async ({ url }) => {
        asked.push(url);
        return url in objects ? Response.json(objects[url]) : new Response('', { status: 404 });
      }),
      'r',
    );
    expect((await replay.between(58_000, 60_000)).map(({ seq }) => seq)).toHaveLength(2);
    expect(await replay.between(60_000, 120_000)).toHaveLength(0);
    expect(await replay.between(120_000, 121_000)).toHaveLength(1);
    expect(asked.filter((address) => address.endsWith('1.json'))).toEqual([]);
  });

  it('forgets within a minute what was taken back', async () => {
    const objects: Record<string, unknown> = {
      'http://vitrine.test/media/chat/r/replay/index.json': { room, minutes: [0] },
      'http://vitrine.test/media/chat/r/replay/0.json': {
        minute: 0,
        items: [{ ...said(1), mediaMillis: 1_000 }],
      },
    };
    let now = 0;
    const replay = new ReplayChat(
      platformOver(async ({ url }) =>
        url in objects ? Response.json(objects[url]) : new Response('', { status: 404 }),
      ),
      'r',
      () => now,
    );
    expect(await replay.between(0, 2_000)).toHaveLength(1);
    objects['http://vitrine.test/media/chat/r/replay/0.json'] = { minute: 0, items: [] };
    now = 60_000;
    expect(await replay.between(0, 2_000)).toHaveLength(0);
  });

  it('is empty where there is none', async () => {
    const replay = new ReplayChat(
      platformOver(async () => new Response('', { status: 404 })),
      'r',
    );
    expect(await replay.between(0, 60_000)).toEqual([]);
  });
});
