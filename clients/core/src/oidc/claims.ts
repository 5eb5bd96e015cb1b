import { textOf } from './encoding.ts';
import { SignInRefused } from './refusal.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Clocks of the issuer and of this device may differ by this much. */
const leewaySeconds = 300;

/** What a JWT says; null for a token that is none. Nothing is proven by it. */
export function claimsOf(token: string): Claims | null {
  const parts = token.split('.');
  const text = parts.length === 3 ? textOf(parts[1]!) : null;
  if (text === null) return null;
  try {
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims)
      ? (claims as Claims)
      : null;
  } catch {
    return null;
  }
}

export interface Expected {
  readonly issuer: string;
  readonly clientId: string;
  /** Null when a token was renewed: then it need not have one. */
  readonly nonce: string | null;
  readonly nowMillis: number;
}

/**
 * The claims of an ID token that came straight from the issuer over its own connection, which stands for its signature
 * (OpenID Connect Core, 3.1.3.7).
 *
 * @throws SignInRefused
 */
export function provenBy(idToken: string, { issuer, clientId, nonce, nowMillis }: Expected): Claims {
  const claims = claimsOf(idToken);
  if (claims === null) throw new SignInRefused('bad-token', 'the ID token is no JWT');
  const { iss, aud, azp, exp, sub } = claims;
  const audiences = Array.isArray(aud) ? aud : [aud];
  const refuse = (detail: string) => new SignInRefused('bad-token', detail);
  if (iss !== issuer) throw refuse('the ID token is of another issuer');
  if (!audiences.includes(clientId)) throw refuse('the ID token is for another client');
  if ((audiences.length > 1 || azp !== undefined) && azp !== clientId)
    throw refuse('the ID token is for another party');
  if (typeof exp !== 'number' || (exp + leewaySeconds) * 1_000 <= nowMillis)
    throw refuse('the ID token has expired');
  if (nonce !== null && claims['nonce'] !== nonce) throw refuse('the ID token answers another question');
  if (typeof sub !== 'string' || sub === '') throw refuse('the ID token names nobody');
  return claims;
}

/** What a person is called: the first that the issuer tells. */
export function nameIn(claims: Claims): string {
  const told = ['name', 'preferred_username', 'nickname', 'email', 'sub'].map((key) => claims[key]);
  return told.find((name): name is string => typeof name === 'string' && name.trim() !== '') ?? '';
}

/** `realm_access.roles` is a field of a field; a claim whose name has dots of its own is found as well. */
export function rolesIn(claims: Claims | null, claim: string): readonly string[] {
  if (claims === null) return [];
  const own = Object.hasOwn(claims, claim)
    ? claims[claim]
    : claim.split('.').reduce<unknown>(fieldOf, claims);
  if (typeof own === 'string') return own.split(' ').filter((role) => role !== '');
  return Array.isArray(own) ? own.filter((role): role is string => typeof role === 'string') : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Claims)[name]
    : undefined;
}
