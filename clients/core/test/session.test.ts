import { describe, expect, it, vi } from 'vitest';
import { LocalAuth, SessionStore, subjectOf, type Auth } from '../src/index.ts';
import { parseTags } from '../src/rooms/index.ts';
import { memoryStore, platformOver, windowsOver } from './fixtures.ts';

function issuer() {
  const asked: unknown[] = [];
  const platform = platformOver(async (request) => {
    asked.push(await request.json());
    return Response.json({ access_token: `token-${asked.length}`, token_type: 'Bearer', expires_in: 3_600 });
  });
  return { asked, platform };
}

async function signIn(auth: Auth, name: string) {
  const way = await auth.way();
  if (way.kind === 'name') await way.signIn(name);
}

describe('signing in with the local issuer', () => {
  it('keeps the session over a reload and forgets it on sign-out', async () => {
    const store = memoryStore();
    const { platform, asked } = issuer();
    const auth = new LocalAuth(new SessionStore(store), platform);
    await signIn(auth, ' Ann Lee ');
    expect(asked).toEqual([{ subject: 'ann-lee', name: 'Ann Lee', roles: ['viewer'] }]);
    expect(new SessionStore(store).current).toMatchObject({ name: 'Ann Lee', token: 'token-1' });
    await auth.signOut();
    expect(new SessionStore(store).current).toBeNull();
  });

  it('renews a token near its end, once for all who ask', async () => {
    let now = 0;
    const { platform, asked } = issuer();
    const auth = new LocalAuth(new SessionStore(memoryStore(), () => now), platform, () => now);
    await signIn(auth, 'Ann');
    expect(await auth.token()).toBe('token-1');
    now = 3_590_000;
    expect(await Promise.all([auth.token(), auth.token()])).toEqual(['token-2', 'token-2']);
    expect(asked).toHaveLength(2);
  });

  it('ends the session whose token the server does not take, and no newer one', async () => {
    const sessions = new SessionStore(memoryStore());
    const auth = new LocalAuth(sessions, issuer().platform);
    await signIn(auth, 'Ann');
    await signIn(auth, 'Bob');
    auth.refused('token-1');
    expect(auth.current()?.name).toBe('Bob');
    auth.refused('token-2');
    expect(auth.current()).toBeNull();
  });

  it('works without memory where the browser forbids it', async () => {
    const refuse = () => {
      throw new DOMException('denied');
    };
    const subscribe = () => () => undefined;
    const sessions = new SessionStore({ getItem: refuse, setItem: refuse, removeItem: refuse, subscribe });
    await signIn(new LocalAuth(sessions, issuer().platform), 'Ann');
    expect(sessions.current?.name).toBe('Ann');
  });

  it('ignores a stored session it cannot read', () => {
    const store = memoryStore();
    store.setItem('vitrine.session', '{"subject":1}');
    expect(new SessionStore(store).current).toBeNull();
  });

  it('makes the same subject of the same name, in any script', () => {
    expect(subjectOf(' Ann  Lee! ')).toBe('ann-lee');
    expect(subjectOf('小雨')).toBe('小雨');
    expect(subjectOf('!!!')).toBe('streamer');
  });
});

describe('a session that ends', () => {
  const ann = { subject: 'ann', name: 'Ann', roles: ['viewer'], token: 'token-1', expiresAt: 3_600_000 };
  const bob = { ...ann, subject: 'bob', name: 'Bob', token: 'token-2' };

  /** One person's two windows. */
  function windows() {
    const [one, other] = windowsOver(2).map((store) => new SessionStore(store, () => 0));
    return { one: one!, other: other! };
  }

  it('by itself says whose it was, in every window and after a reload', () => {
    const stores = windowsOver(2);
    const [one, other] = stores.map((store) => new SessionStore(store, () => 0));
    one!.put(ann);
    one!.end('token-1');
    const ended = { name: 'Ann', roles: ['viewer'] };
    expect([one!.ended, other!.ended, new SessionStore(stores[0]!).ended]).toEqual([ended, ended, ended]);
    expect(other!.current).toBeNull();
    other!.putAside();
    expect([one!.ended, other!.ended, new SessionStore(stores[0]!).ended]).toEqual([null, null, null]);
  });

  it('by signing out ends in every window, without a word', () => {
    const { one, other } = windows();
    const heard: string[] = [];
    other.subscribe(() => heard.push(other.current?.name ?? 'nobody'));
    one.put(ann);
    one.clear();
    expect(heard).toEqual(['Ann', 'nobody']);
    expect([one.ended, other.ended]).toEqual([null, null]);
  });

  it('is no newer one that another window began', () => {
    const stores = windowsOver(2);
    const one = new SessionStore(stores[0]!, () => 0);
    one.put(ann);
    // Nobody told this window, as when it was frozen.
    const deaf = new SessionStore({ ...stores[1]!, subscribe: () => () => undefined }, () => 0);
    one.put(bob);
    deaf.end('token-1');
    expect(deaf.current?.name).toBe('Bob');
    expect(one.current?.name).toBe('Bob');
  });

  it('in one window, where it cannot be renewed, goes on where it can', () => {
    const { one, other } = windows();
    one.put(ann);
    other.expire('token-1');
    expect(other.ended?.name).toBe('Ann');
    other.putAside();
    expect(one.current?.name).toBe('Ann');
    one.put({ ...ann, token: 'token-3' });
    expect(other.current?.token).toBe('token-3');
  });

  it('is not brought back by a renewal that was under way', async () => {
    let answer: (response: Response) => void = () => undefined;
    let now = 0;
    const sessions = new SessionStore(memoryStore(), () => now);
    const slow = platformOver(() => new Promise<Response>((resolve) => (answer = resolve)));
    const auth = new LocalAuth(sessions, slow, () => now);
    sessions.put(ann);
    now = 3_590_000;
    const renewing = auth.token();
    await auth.signOut();
    await vi.waitFor(() => answer(Response.json({ access_token: 'late', expires_in: 3_600 })));
    expect(await renewing).toBeNull();
  });

  it('is not one whose renewal fails for now, as long as its token is good', async () => {
    let now = 3_590_000;
    const sessions = new SessionStore(memoryStore(), () => now);
    sessions.put(ann);
    const answers = [503, 503, 400];
    const auth = new LocalAuth(
      sessions,
      platformOver(async () => Response.json({}, { status: answers.shift()! })),
      () => now,
    );
    expect(await auth.token()).toBe('token-1');
    now = 3_600_001;
    await expect(auth.token()).rejects.toThrow();
    expect(sessions.current?.name).toBe('Ann');
    expect(await auth.token()).toBeNull();
    expect(auth.ended()?.name).toBe('Ann');
  });
});

describe('tags as typed', () => {
  const limits = { max: 3, maxLength: 5 };
  it('are split at commas of both languages, trimmed and made unique', () => {
    expect(parseTags('a, b，a、 #c', limits)).toEqual({ tags: ['a', 'b', 'c'], fault: null });
    expect(parseTags('  ', limits)).toEqual({ tags: [], fault: null });
  });
  it('are bounded', () => {
    expect(parseTags('a,b,c,d', limits).fault).toBe('tooMany');
    expect(parseTags('abcdef', limits).fault).toBe('tooLong');
  });
});
