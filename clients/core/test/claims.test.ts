import { describe, expect, it } from 'vitest';
import { claimsOf, provenBy, rolesIn } from '../src/oidc/claims.ts';
import { base64url, textOf } from '../src/oidc/encoding.ts';

describe('tokens', () => {
  const expected = { issuer: 'https://i', clientId: 'c', nonce: 'n', nowMillis: 1_000_000 };
  const good = { iss: 'https://i', aud: 'c', exp: 1_100, nonce: 'n', sub: 's' };
  const jwt = (claims: object) =>
    `x.${base64url(new TextEncoder().encode(JSON.stringify({ ...good, ...claims })))}.x`;

  it.each([
    { iss: 'https://j' },
    { aud: 'd' },
    { aud: ['c', 'd'] },
    { azp: 'd' },
    { exp: 600 },
    { nonce: 'm' },
    { sub: '' },
  ])('are refused with %j', (claims) => {
    expect(() => provenBy(jwt(claims), expected)).toThrow('bad-token');
  });

  it('are read in any script, and survive what is none', () => {
    expect(provenBy(jwt({ name: '小雨' }), expected)['name']).toBe('小雨');
    for (const token of ['', 'a.b', 'a.%.c', 'a.bnVsbA.c', 'a.W10.c']) expect(claimsOf(token)).toBeNull();
  });

  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['小雨 🧶', '5bCP6ZuoIPCfp7Y'],
  ])('encode %j as %j (RFC 4648)', (text, encoded) => {
    expect(base64url(new TextEncoder().encode(text))).toBe(encoded);
    expect(textOf(encoded)).toBe(text);
  });

  it('tell roles as a list, as words, or inside an object', () => {
    expect(rolesIn({ roles: ['a', 1, 'b'] }, 'roles')).toEqual(['a', 'b']);
    expect(rolesIn({ roles: 'a b' }, 'roles')).toEqual(['a', 'b']);
    expect(rolesIn({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
    expect(rolesIn({ 'https://x.y/roles': ['a'] }, 'https://x.y/roles')).toEqual(['a']);
    expect(rolesIn({}, 'roles')).toEqual([]);
  });
});
