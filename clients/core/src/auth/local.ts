import type { HttpResponse, Platform } from '../platform.ts';
import { Problem, problemOf, Unreachable } from '../problem.ts';
import type { Ended, Session, SessionStore } from '../session.ts';
import type { Auth, Role, SignInWay } from './auth.ts';

/** A token this near its end is renewed before it is used. */
export const renewMarginMillis = 60_000;
const subjectMaxLength = 64;
const viewer: readonly Role[] = ['viewer'];

type Person = Pick<Session, 'subject' | 'name' | 'roles'>;

/** The issuer of a local Vitrine, `POST /local/token`: it believes whoever asks, and so exists on loopback only. */
export class LocalAuth implements Auth {
  private renewal: Promise<void> | null = null;

  constructor(
    private readonly sessions: SessionStore,
    private readonly platform: Pick<Platform, 'baseUrl' | 'send'>,
    private readonly now: () => number = Date.now,
  ) {}

  current = (): Session | null => this.sessions.current;

  ended = (): Ended | null => this.sessions.ended;

  putAside(): void {
    this.sessions.putAside();
  }

  subscribe = (listener: () => void): (() => void) => this.sessions.subscribe(listener);

  async token(): Promise<string | null> {
    const session = this.sessions.current;
    if (session !== null && !this.sessions.fresh(renewMarginMillis)) {
      this.renewal ??= this.renew(session).finally(() => (this.renewal = null));
      await this.renewal;
    }
    return this.sessions.current?.token ?? null;
  }

  refused(token: string): void {
    this.sessions.end(token);
  }

  async way(): Promise<SignInWay> {
    return {
      kind: 'name',
      signIn: async (name, roles = viewer) => {
        const subject = subjectOf(name);
        this.sessions.put(await this.issue({ subject, name: name.trim(), roles }));
      },
    };
  }

  async signOut(): Promise<void> {
    this.sessions.clear();
  }

  private async renew(session: Session): Promise<void> {
    try {
      const renewed = await this.issue(session);
      // Meanwhile they may have signed out, or somebody else in.
      if (this.sessions.current?.token === session.token) this.sessions.put(renewed);
    } catch (failure) {
      if (failure instanceof Problem && failure.status < 500 && failure.status !== 429)
        return this.sessions.expire(session.token);
      // While the old one is good nothing is lost.
      if (!this.sessions.fresh(0)) throw failure;
    }
  }

  private async issue({ subject, name, roles }: Person): Promise<Session> {
    const response = await this.post({ subject, name, roles });
    const answer = parsed(await response.text());
    if (response.status !== 200) throw problemOf(response, answer);
    const { access_token, expires_in } = answer as { access_token: string; expires_in: number };
    const expiresAt = this.now() + expires_in * 1_000;
    return { subject, name, roles, token: access_token, expiresAt };
  }

  private async post(body: unknown): Promise<HttpResponse> {
    try {
      return await this.platform.send({
        method: 'POST',
        url: `${this.platform.baseUrl}/local/token`,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    } catch (error) {
      throw new Unreachable('the issuer was not reached', { cause: error });
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
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
