import type { KeyValueStore } from './platform.ts';

/** Who is signed in, and the token that proves it. */
export interface Session {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly token: string;
  readonly expiresAt: number;
}

const key = 'vitrine.session';

/** Keeps one session over a reload and tells its listeners of every change. A store that refuses (private mode) is tolerated. */
export class SessionStore {
  private session: Session | null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: KeyValueStore,
    private readonly now: () => number = Date.now,
  ) {
    this.session = this.read();
  }

  /** The session, expired or not; null when signed out. The same object until it changes. */
  get current(): Session | null {
    return this.session;
  }

  /** Whether the token still serves for `marginMillis`. */
  fresh(marginMillis: number): boolean {
    return this.session !== null && this.session.expiresAt - marginMillis > this.now();
  }

  put(session: Session): void {
    this.session = session;
    tolerate(() => this.store.setItem(key, JSON.stringify(session)));
    this.tell();
  }

  clear(): void {
    this.session = null;
    tolerate(() => this.store.removeItem(key));
    this.tell();
  }

  /** Ends the session that has this token; a newer one stays. */
  end(token: string): void {
    if (this.session?.token === token) this.clear();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private read(): Session | null {
    const text = tolerate(() => this.store.getItem(key)) ?? null;
    if (text === null) return null;
    const value = tolerate(() => JSON.parse(text) as unknown);
    return isSession(value) ? value : null;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Browsers throw from storage when it is full or forbidden: the page then works without memory. */
function tolerate<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  const { subject, name, roles, token, expiresAt } = value as Record<string, unknown>;
  return (
    typeof subject === 'string' &&
    typeof name === 'string' &&
    typeof token === 'string' &&
    typeof expiresAt === 'number' &&
    Array.isArray(roles)
  );
}
