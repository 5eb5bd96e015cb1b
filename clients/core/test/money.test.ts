import { describe, expect, it } from 'vitest';
import { Formats, Intents, mostIntents, Problem, Unreachable } from '../src/index.ts';
import { shown, emptyView, type ChatItem } from '../src/chat/index.ts';
import {
  giftItem,
  Giving,
  houseDays,
  isGiftShown,
  LedgerApi,
  type GiftSent,
  type GiftShown,
} from '../src/ledger/index.ts';
import { aGift, memoryStore, networkOver } from './fixtures.ts';

let made = 0;
const newKey = () => `key-${++made}`;
const problem = (status: number) => new Problem(status, '/problems/x', 'x', '', [], null);

function recording(outcomes: (unknown | Error)[]) {
  const keys: string[] = [];
  const send = async (key: string) => {
    keys.push(key);
    const outcome = outcomes.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return { keys, send };
}

describe('an intent keeps its key', () => {
  it.each([
    ['the server was not reached', new Unreachable('gone')],
    ['the server broke', problem(500)],
    ['the server was busy', problem(503)],
    ['too many requests', problem(429)],
    ['the token had expired', problem(401)],
  ])('while its fate is unknown: %s', async (_, failure) => {
    const intents = new Intents(memoryStore(), newKey);
    const { keys, send } = recording([failure, 'paid']);
    await expect(intents.run('ann/top-up/small', send)).rejects.toBe(failure);
    await expect(intents.run('ann/top-up/small', send)).resolves.toBe('paid');
    expect(keys[1]).toBe(keys[0]);
  });

  it.each([402, 403, 404, 409, 422])('only until a definite no: %s', async (status) => {
    const intents = new Intents(memoryStore(), newKey);
    const { keys, send } = recording([problem(status), 'paid']);
    await expect(intents.run('x', send)).rejects.toBeInstanceOf(Problem);
    await intents.run('x', send);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('and says whether it still waits for its answer', async () => {
    const intents = new Intents(memoryStore(), newKey);
    const { send } = recording([new Unreachable('gone'), 'paid']);
    expect(intents.pending('ann/withdraw/')).toBe(false);
    await expect(intents.run('ann/withdraw/200', send)).rejects.toThrow();
    expect(intents.pending('ann/withdraw/')).toBe(true);
    expect(intents.pending('bob/withdraw/')).toBe(false);
    await intents.run('ann/withdraw/200', send);
    expect(intents.pending('ann/withdraw/')).toBe(false);
  });

  it('only until it is done, so that the same wish later is a new one', async () => {
    const intents = new Intents(memoryStore(), newKey);
    const { keys, send } = recording(['paid', 'paid']);
    await intents.run('x', send);
    await intents.run('x', send);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('over a reload of the page', async () => {
    const store = memoryStore();
    const { keys, send } = recording([new Unreachable('gone'), 'paid']);
    await expect(new Intents(store, newKey).run('x', send)).rejects.toThrow();
    await new Intents(store, newKey).run('x', send);
    expect(keys[1]).toBe(keys[0]);
  });

  it('and is under way once, however often it is asked for', async () => {
    const intents = new Intents(memoryStore(), newKey);
    const { keys, send } = recording(['paid']);
    const both = await Promise.all([intents.run('x', send), intents.run('x', send)]);
    expect(both).toEqual(['paid', 'paid']);
    expect(keys).toHaveLength(1);
  });

  it('for itself: another person or thing has another', async () => {
    const intents = new Intents(memoryStore(), newKey);
    const { keys, send } = recording([new Unreachable('gone'), 'paid']);
    await expect(intents.run('ann/x', send)).rejects.toThrow();
    await intents.run('bob/x', send);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('in a store that is bounded, damaged or refuses', async () => {
    const store = memoryStore();
    const intents = new Intents(store, newKey);
    for (let i = 0; i < mostIntents + 5; i++) {
      await expect(intents.run(`x${i}`, recording([new Unreachable('gone')]).send)).rejects.toThrow();
    }
    expect((JSON.parse(store.getItem('vitrine.intents')!) as unknown[]).length).toBe(mostIntents);
    store.setItem('vitrine.intents', '[[1]');
    await expect(new Intents(store, newKey).run('x', recording(['paid']).send)).resolves.toBe('paid');
    const refusing = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    await expect(new Intents(refusing, newKey).run('x', recording(['paid']).send)).resolves.toBe('paid');
  });
});

describe('giving', () => {
  const rose = { code: 'rose' };
  const sent = (combo: number, balance: number): GiftSent => ({
    id: `g${combo}`,
    gift: 'rose',
    count: 1,
    coins: 10,
    balance,
    combo,
    at: '2026-11-25T20:00:00Z',
  });
  const settled = (giving: Giving) =>
    new Promise<void>((resolve) => {
      const look = () => !giving.snapshot().sending && resolve();
      giving.subscribe(look);
      look();
    });

  function begin(outcomes: (GiftSent | Error)[]) {
    const keys: string[] = [];
    let under = 0;
    const giving = new Giving({
      scope: 'ann/room',
      intents: new Intents(memoryStore(), newKey),
      now: () => 1_000,
      send: async (_gift, _count, key) => {
        expect(++under, 'one at a time').toBe(1);
        keys.push(key);
        await Promise.resolve();
        under--;
        const outcome = outcomes.shift()!;
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    });
    return { giving, keys };
  }

  it('sends every press once, in order, and counts the combo', async () => {
    const { giving, keys } = begin([sent(1, 90), sent(2, 80), sent(3, 70)]);
    giving.give(rose, 1);
    giving.give(rose, 1);
    giving.give(rose, 1);
    await settled(giving);
    expect(new Set(keys).size).toBe(3);
    expect(giving.snapshot()).toMatchObject({
      balance: 70,
      combo: { gift: 'rose', times: 3, until: 11_000 },
      error: null,
    });
  });

  it('stops at the first refusal and drops the presses behind it', async () => {
    const { giving, keys } = begin([sent(1, 5), problem(402)]);
    for (let i = 0; i < 5; i++) giving.give(rose, 1);
    await settled(giving);
    expect(keys).toHaveLength(2);
    expect(giving.snapshot()).toMatchObject({ balance: 5, waiting: 0, error: { status: 402 } });
  });

  it('repeats the gift whose fate is unknown under its own key', async () => {
    const { giving, keys } = begin([new Unreachable('gone'), sent(1, 90), sent(2, 80)]);
    giving.give(rose, 1);
    await settled(giving);
    giving.give(rose, 1);
    await settled(giving);
    giving.give(rose, 1);
    await settled(giving);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

describe('the ledger client', () => {
  it('shows what is missing, proves who asks, and repeats under the same key', async () => {
    const seen: Request[] = [];
    const answers = [
      () => new Response(null, { status: 503 }),
      () =>
        Response.json(
          { type: '/problems/insufficient-balance', title: 't', status: 402, missing: 40 },
          { status: 402 },
        ),
    ];
    const api = new LedgerApi(
      networkOver((request) => (seen.push(request), Promise.resolve(answers.shift()!()))),
    );
    await expect(api.sendGift('r', 'rose', 2, 'k')).rejects.toMatchObject({ status: 402, missing: 40 });
    expect(seen.map((request) => request.headers.get('Idempotency-Key'))).toEqual(['k', 'k']);
    expect(seen[0]!.headers.get('Authorization')).toBe('Bearer secret-token');
  });

  it('reads what is the same for all without a token', async () => {
    let authorization: string | null = '?';
    const api = new LedgerApi(
      networkOver((request) => {
        authorization = request.headers.get('Authorization');
        return Promise.resolve(Response.json({ items: [] }));
      }),
    );
    expect(await api.gifts()).toEqual([]);
    expect(authorization).toBeNull();
  });
});

describe('a gift in a room', () => {
  const gift = (combo: number, change: Partial<GiftShown> = {}) =>
    aGift({ id: `g${combo}`, coins: 10, combo, ...change });
  const item = (seq: number, body: unknown) =>
    ({ seq, kind: 'gift', at: '2026-11-25T20:00:00Z', body }) as unknown as ChatItem;

  it('is a line, and a combo is one line that counts', () => {
    const view = [gift(1), gift(2), gift(3), gift(1, { viewer: 'bbbbbbbbbbbbbbbb' })].reduce(
      (before, body, i) => shown(before, item(i + 1, body), { gift: giftItem }),
      emptyView,
    );
    expect(view.lines.map((line) => line.kind === 'item' && (line.body as GiftShown).combo)).toEqual([3, 1]);
  });

  it.each([null, {}, { ...gift(1), count: '1' }, { ...gift(1), giftName: 'Rose' }])(
    'that is none is left out: %j',
    (body) => {
      expect(isGiftShown(body)).toBe(false);
      expect(shown(emptyView, item(1, body), { gift: giftItem }).lines).toEqual([]);
    },
  );
});

describe('amounts and days', () => {
  it('are written as the reader writes them', () => {
    expect(new Formats('en').money({ currency: 'CNY', minor: 1_250 })).toBe('CN¥12.50');
    expect(new Formats('zh').money({ currency: 'CNY', minor: -1_250 })).toBe('-¥12.50');
    expect(new Formats('en').money({ currency: 'JPY', minor: 1_250 })).toBe('¥1,250');
    expect(new Formats('en').money({ currency: 'COIN', minor: 1_250 }, true)).toBe('+1,250');
  });

  it('are days of the house, wherever the reader is', () => {
    expect(houseDays(Date.parse('2026-11-25T15:59:59Z'), 30)).toEqual({
      from: '2026-10-27',
      to: '2026-11-25',
    });
    expect(houseDays(Date.parse('2026-11-25T16:00:00Z'), 1)).toEqual({
      from: '2026-11-26',
      to: '2026-11-26',
    });
  });
});
