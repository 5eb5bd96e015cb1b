import { describe, expect, it } from 'vitest';
import { LocalAuth, SessionStore, subjectOf, type Auth } from '../src/index.ts';
import { parseTags } from '../src/rooms/index.ts';
import { memoryStore, platformOver } from './fixtures.ts';

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
    expect(asked).toEqual([{ subject: 'ann-lee', name: 'Ann Lee', roles: ['streamer'] }]);
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
    const sessions = new SessionStore({ getItem: refuse, setItem: refuse, removeItem: refuse });
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
