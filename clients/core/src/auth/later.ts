import type { Ended, Session, SessionStore } from '../session.ts';
import type { Auth, SignInWay } from './auth.ts';

/** Another `Auth`, known only when somebody needs it: whoever reads as a guest waits for no configuration. */
export class AuthLater implements Auth {
  private chosen: Promise<Auth> | null = null;

  constructor(
    private readonly sessions: SessionStore,
    private readonly choose: () => Promise<Auth>,
  ) {}

  current = (): Session | null => this.sessions.current;

  ended = (): Ended | null => this.sessions.ended;

  putAside(): void {
    this.sessions.putAside();
  }

  subscribe = (listener: () => void): (() => void) => this.sessions.subscribe(listener);

  async token(): Promise<string | null> {
    return this.sessions.current === null ? null : (await this.auth()).token();
  }

  refused(token: string): void {
    this.sessions.end(token);
  }

  async way(): Promise<SignInWay> {
    return (await this.auth()).way();
  }

  async signOut(): Promise<void> {
    await (await this.auth()).signOut();
  }

  private auth(): Promise<Auth> {
    this.chosen ??= this.choose().catch((failure: unknown) => {
      this.chosen = null;
      throw failure;
    });
    return this.chosen;
  }
}
