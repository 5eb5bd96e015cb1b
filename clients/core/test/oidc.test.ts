import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audience, clientId, startProvider } from './provider.mjs';
import { SessionStore, type HttpRequest, type Platform } from '../src/index.ts';
import { claimsOf } from '../src/oidc/claims.ts';
import { OidcAuth } from '../src/oidc/index.ts';
import { asAnswer, memoryStore, platformOver } from './fixtures.ts';

const client = 'http://127.0.0.1:24999';

/** A person's browser: it keeps the issuer's cookies and goes where it is sent, until it is back at the client. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async walk(address: string, choice: 'yes' | 'no' = 'yes'): Promise<URL> {
    let [url, init]: [string, RequestInit] = [address, {}];
    for (let steps = 0; steps < 12; steps++) {
      const response = await fetch(url, { ...init, redirect: 'manual', headers: this.headers(init) });
      for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
      const location = response.headers.get('Location');
      if (location === null) {
        [url, init] = [
          url,
          { method: 'POST', body: new URLSearchParams({ account: 'ann-lee', do: choice }) },
        ];
      } else {
        url = new URL(location, url).href;
        if (url.startsWith(client)) return new URL(url);
        init = {};
      }
    }
    throw new Error(`the issuer never came back from ${url}`);
  }

  private headers({ body }: RequestInit): HeadersInit {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { cookie, ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) };
  }

  private keep(cookie: string): void {
    const [name, value] = cookie.split(';')[0]!.split(/=(.*)/s);
    this.cookies.set(name!, value!);
  }
}

const real = async ({ url, method, headers, body }: HttpRequest) =>
  asAnswer(await fetch(url, { method, headers: { ...headers, Origin: client }, body }));

let provider: Awaited<ReturnType<typeof startProvider>>;
let platform: Platform;
let sessions: SessionStore;
let left: string[];
let now: number;
let auth: OidcAuth;

beforeEach(async () => {
  provider = await startProvider({ url: client });
  platform = { ...platformOver(async () => Response.error(), client), send: real };
  now = Date.now();
  sessions = new SessionStore(memoryStore(), () => now);
  left = [];
  const rolesClaim = 'realm_access.roles';
  const options = {
    issuer: provider.issuer,
    clientId,
    scope: 'openid profile',
    resource: audience,
    rolesClaim,
  };
  auth = new OidcAuth(
    sessions,
    platform,
    (address) => left.push(address),
    options,
    () => now,
  );
});

afterEach(() => provider.close());

async function redirecting() {
  const way = await auth.way();
  if (way.kind !== 'redirect') throw new Error('another way');
  return way;
}

async function signIn(returnTo = '/wallet?top-up=7'): Promise<string> {
  const way = await redirecting();
  await way.signIn(returnTo);
  const back = await new Browser().walk(left.at(-1)!);
  return way.finish(Object.fromEntries(back.searchParams));
}

describe('signing in at a real issuer', () => {
  it('comes back to where one was, as who one is there, with a token for the API', async () => {
    expect(await signIn()).toBe('/wallet?top-up=7');
    expect(auth.current()).toMatchObject({ subject: 'ann-lee', name: 'Ann Lee', roles: ['streamer'] });
    const claims = claimsOf((await auth.token())!);
    expect(claims).toMatchObject({ iss: provider.issuer, aud: audience, sub: 'ann-lee' });
    expect(provider.asked.filter((request) => request.includes('access_token'))).toEqual([]);
  });

  it('renews near the end of a token, once for all who ask, and ends when it may not', async () => {
    await signIn();
    const first = await auth.token();
    now += 3_590_000;
    const [one, other] = await Promise.all([auth.token(), auth.token()]);
    expect(one).toBe(other);
    expect(one).not.toBe(first);
    platform.tab.setItem('vitrine.oidc.refresh', JSON.stringify({ subject: 'ann-lee', token: 'made up' }));
    now += 3_590_000;
    expect(await auth.token()).toBeNull();
    expect(auth.current()).toBeNull();
  });

  it('ends with its token when there is nothing to renew it with', async () => {
    await signIn();
    platform.tab.removeItem('vitrine.oidc.refresh');
    now += 3_590_000;
    expect(await auth.token()).not.toBeNull();
    now += 20_000;
    expect(await auth.token()).toBeNull();
  });

  it('renews nobody else who signed in by another window', async () => {
    await signIn();
    const bob = { subject: 'bob', name: 'Bob', roles: [], token: 'of-bob', expiresAt: now + 30_000 };
    sessions.put(bob);
    expect(await auth.token()).toBe('of-bob');
    now += 30_000;
    expect(await auth.token()).toBeNull();
    expect(auth.ended()?.name).toBe('Bob');
  });

  it('goes on with a good token while the issuer cannot be reached', async () => {
    await signIn();
    const token = await auth.token();
    platform.send = () => Promise.reject(new Error('gone'));
    now += 3_590_000;
    expect(await auth.token()).toBe(token);
    now += 10_000;
    await expect(auth.token()).rejects.toThrow();
    expect(auth.current()).not.toBeNull();
  });

  it('is told when somebody signs out, and forgets what could renew', async () => {
    await signIn();
    const kept = JSON.parse(platform.tab.getItem('vitrine.oidc.refresh')!) as { token: string };
    const refresh = kept.token;
    await auth.signOut();
    expect(auth.current()).toBeNull();
    expect(platform.tab.getItem('vitrine.oidc.refresh')).toBeNull();
    expect(left.at(-1)).toContain('/session/end?');
    expect(left.at(-1)).not.toContain(refresh);
    const body = `grant_type=refresh_token&client_id=${clientId}&refresh_token=${refresh}`;
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const again = await real({ method: 'POST', url: `${provider.issuer}/token`, headers, body });
    expect(again.status).toBe(400);
  });
});

describe('an answer that is not to what was asked', () => {
  async function answered(change: (answer: Record<string, string>) => Record<string, string>) {
    const way = await redirecting();
    await way.signIn('/');
    const back = await new Browser().walk(left.at(-1)!);
    return way.finish(change(Object.fromEntries(back.searchParams)));
  }

  it('is refused for another state, and leaves nobody signed in', async () => {
    await expect(answered((answer) => ({ ...answer, state: 'made-up' }))).rejects.toMatchObject({
      reason: 'other-state',
    });
    expect(auth.current()).toBeNull();
  });

  it('is refused from another issuer', async () => {
    const other = (answer: Record<string, string>) => ({ ...answer, iss: 'https://elsewhere.example' });
    await expect(answered(other)).rejects.toMatchObject({ reason: 'other-issuer' });
  });

  it('is refused without the proof of who asked (PKCE)', async () => {
    const way = await redirecting();
    await way.signIn('/');
    const back = await new Browser().walk(left.at(-1)!);
    const pending = JSON.parse(platform.tab.getItem('vitrine.oidc.pending')!) as object;
    platform.tab.setItem('vitrine.oidc.pending', JSON.stringify({ ...pending, verifier: 'x'.repeat(43) }));
    await expect(way.finish(Object.fromEntries(back.searchParams))).rejects.toMatchObject({
      reason: 'code-refused',
    });
  });

  it('is refused for another nonce', async () => {
    const way = await redirecting();
    await way.signIn('/');
    const back = await new Browser().walk(left.at(-1)!);
    const pending = JSON.parse(platform.tab.getItem('vitrine.oidc.pending')!) as object;
    platform.tab.setItem('vitrine.oidc.pending', JSON.stringify({ ...pending, nonce: 'another' }));
    await expect(way.finish(Object.fromEntries(back.searchParams))).rejects.toMatchObject({
      reason: 'bad-token',
    });
    expect(auth.current()).toBeNull();
  });

  it('is taken once: then it leads home who is signed in, and is refused for who is not', async () => {
    const way = await redirecting();
    await way.signIn('/wallet');
    const answer = Object.fromEntries((await new Browser().walk(left.at(-1)!)).searchParams);
    await way.finish(answer);
    const session = auth.current();
    const asked = provider.asked.length;
    expect(await way.finish(answer)).toBe('/');
    expect(auth.current()).toBe(session);
    expect(provider.asked).toHaveLength(asked);
    sessions.clear();
    await expect(way.finish(answer)).rejects.toMatchObject({ reason: 'not-asked' });
  });

  it('changes nothing for who is signed in when the issuer answers once more, as on the way back', async () => {
    const way = await redirecting();
    const browser = new Browser();
    await way.signIn('/wallet');
    const question = left.at(-1)!;
    await way.finish(Object.fromEntries((await browser.walk(question)).searchParams));
    const session = auth.current();
    expect(await way.finish(Object.fromEntries((await browser.walk(question)).searchParams))).toBe('/');
    expect(auth.current()).toBe(session);
  });

  it('is asked for anew when the address was kept without it', async () => {
    const way = await redirecting();
    await expect(way.finish({})).rejects.toMatchObject({ reason: 'not-asked' });
    await signIn();
    expect(await way.finish({})).toBe('/');
  });

  it('is told as denied when the person refuses', async () => {
    const way = await redirecting();
    await way.signIn('/');
    const back = await new Browser().walk(left.at(-1)!, 'no');
    await expect(way.finish(Object.fromEntries(back.searchParams))).rejects.toMatchObject({
      reason: 'denied',
    });
  });

  it('leads to no other site', async () => {
    expect(await signIn('//elsewhere.example')).toBe('/');
  });
});
