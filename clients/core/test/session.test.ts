import { describe, expect, it } from 'vitest';
import { LocalAuth, parseTags, SessionStore, subjectOf, type KeyValueStore } from '../src/index.ts';

function memory(): KeyValueStore {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

function issuer() {
  const asked: unknown[] = [];
  const send = async (_url: string, init: RequestInit) => {
    asked.push(JSON.parse(String(init.body)));
    return Response.json({ access_token: `token-${asked.length}`, token_type: 'Bearer', expires_in: 3_600 });
  };
  return { asked, send };
}

describe('signing in with the local issuer', () => {
  it('keeps the session over a reload and forgets it on sign-out', async () => {
    const store = memory();
    const { send, asked } = issuer();
    const auth = new LocalAuth(new SessionStore(store), '', send);
    await auth.signIn(' Ann Lee ');
    expect(asked).toEqual([{ subject: 'ann-lee', name: 'Ann Lee', roles: ['streamer'] }]);
    expect(new SessionStore(store).current).toMatchObject({ name: 'Ann Lee', token: 'token-1' });
    auth.signOut();
    expect(new SessionStore(store).current).toBeNull();
  });

  it('renews a token near its end, once for all who ask', async () => {
    let now = 0;
    const { send, asked } = issuer();
    const auth = new LocalAuth(new SessionStore(memory(), () => now), '', send, () => now);
    await auth.signIn('Ann');
    expect(await auth.token()).toBe('token-1');
    now = 3_590_000;
    expect(await Promise.all([auth.token(), auth.token()])).toEqual(['token-2', 'token-2']);
    expect(asked).toHaveLength(2);
  });

  it('works without memory where the browser forbids it', async () => {
    const refuse = () => {
      throw new DOMException('denied');
    };
    const sessions = new SessionStore({ getItem: refuse, setItem: refuse, removeItem: refuse });
    await new LocalAuth(sessions, '', issuer().send).signIn('Ann');
    expect(sessions.current?.name).toBe('Ann');
  });

  it('ignores a stored session it cannot read', () => {
    const store = memory();
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
