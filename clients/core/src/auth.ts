import { problemOf, Unreachable } from './problem.ts';
import type { Session, SessionStore } from './session.ts';

/**
 * Where identity comes from. The local issuer asks for a name; an OIDC provider implements the same four methods with a
 * redirect, and nothing else of the client changes.
 */
export interface Auth {
  /** The session as it is now, and its changes. */
  current(): Session | null;
  subscribe(listener: () => void): () => void;
  /** A token that is good for the next request, renewed if need be; null when nobody is signed in. */
  token(): Promise<string | null>;
  /** Another role than a streamer's is for the pages of the staff. */
  signIn(name: string, role?: Role): Promise<void>;
  signOut(): void;
}

export type Role = 'streamer' | 'operator' | 'auditor';

/** A token this near its end is renewed before it is used. */
export const renewMarginMillis = 60_000;
const subjectMaxLength = 64;

/** The issuer of a local Vitrine, `POST /local/token`: it believes whoever asks, and so exists on loopback only. */
export class LocalAuth implements Auth {
  private renewal: Promise<void> | null = null;

  constructor(
    private readonly sessions: SessionStore,
    private readonly baseUrl: string,
    private readonly send: (url: string, init: RequestInit) => Promise<Response> = (url, init) =>
      fetch(url, init),
    private readonly now: () => number = Date.now,
  ) {}

  current = (): Session | null => this.sessions.current;

  subscribe = (listener: () => void): (() => void) => this.sessions.subscribe(listener);

  async token(): Promise<string | null> {
    const session = this.sessions.current;
    if (session === null) return null;
    if (!this.sessions.fresh(renewMarginMillis)) {
      this.renewal ??= this.issue(session.subject, session.name, session.roles).finally(
        () => (this.renewal = null),
      );
      await this.renewal;
    }
    return this.sessions.current?.token ?? null;
  }

  signIn(name: string, role: Role = 'streamer'): Promise<void> {
    return this.issue(subjectOf(name), name.trim(), [role]);
  }

  signOut(): void {
    this.sessions.clear();
  }

  private async issue(subject: string, name: string, roles: readonly string[]): Promise<void> {
    const response = await this.post({ subject, name, roles });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw problemOf(response, answer);
    const { access_token, expires_in } = answer as { access_token: string; expires_in: number };
    this.sessions.put({
      subject,
      name,
      roles,
      token: access_token,
      expiresAt: this.now() + expires_in * 1_000,
    });
  }

  private async post(body: unknown): Promise<Response> {
    try {
      return await this.send(`${this.baseUrl}/local/token`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    } catch (error) {
      throw new Unreachable('the issuer was not reached', { cause: error });
    }
  }
}

/** A stable id from a name, so that the same name finds its rooms again: `Ann Lee` is `ann-lee`, `小雨` stays `小雨`. */
export function subjectOf(name: string): string {
  const words = name.normalize('NFC').trim().toLowerCase();
  return (
    words
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, subjectMaxLength) || 'streamer'
  );
}
