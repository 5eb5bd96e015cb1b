import type { SharedStore } from './platform.ts';

/** Who is signed in, and the token that proves it. */
export interface Session {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly token: string;
  readonly expiresAt: number;
}

/** Who was signed in until the session ended by itself, and not because they signed out. */
export interface Ended {
  readonly name: string;
  readonly roles: readonly string[];
}

type Kept = { readonly session: Session } | { readonly ended: Ended } | null;

export const sessionKey = 'vitrine.session';

/**
 * Keeps one session over a reload and for every window of the client, and tells its listeners of every change. A store that
 * refuses (private mode) is tolerated.
 */
export class SessionStore {
  private kept: Kept = null;
  /** What the store is known to hold. */
  private stored: string | null = null;
  /** Whether every window keeps the same. */
  private shared = true;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: SharedStore,
    private readonly now: () => number = Date.now,
  ) {
    this.read();
    store.subscribe((key) => {
      if ((key === null || key === sessionKey) && this.read()) this.tell();
    });
  }

  /** The session, expired or not; null when signed out. The same object until it changes. */
  get current(): Session | null {
    return this.kept !== null && 'session' in this.kept ? this.kept.session : null;
  }

  /** Whose session ended by itself; null for who is signed in, or signed out. The same object until it changes. */
  get ended(): Ended | null {
    return this.kept !== null && 'ended' in this.kept ? this.kept.ended : null;
  }

  /** Whether the token still serves for `marginMillis`. */
  fresh(marginMillis: number): boolean {
    const { current } = this;
    return current !== null && current.expiresAt - marginMillis > this.now();
  }

  put(session: Session): void {
    this.keep({ session }, JSON.stringify(session));
  }

  /** Somebody signs out: in every window. */
  clear(): void {
    this.keep(null, null);
  }

  /** The server does not take this token: the session that has it is over, in every window. A newer one stays. */
  end(token: string): void {
    if (this.read()) this.tell();
    const { current } = this;
    if (current?.token !== token) return;
    const ended = endedOf(current);
    this.keep({ ended }, JSON.stringify({ ended }));
  }

  /** This window cannot go on with the session that has this token; another one may be able to renew it. */
  expire(token: string): void {
    const { current } = this;
    if (current?.token !== token) return;
    this.kept = { ended: endedOf(current) };
    this.shared = false;
    this.tell();
  }

  /** Whose session ended is not spoken of any more. Another window that still has it keeps it. */
  putAside(): void {
    if (this.ended === null) return;
    if (this.shared) return this.clear();
    this.kept = null;
    this.tell();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private keep(kept: Kept, text: string | null): void {
    this.kept = kept;
    this.shared = true;
    tolerate(() => {
      if (text === null) this.store.removeItem(sessionKey);
      else this.store.setItem(sessionKey, text);
      this.stored = text;
    });
    this.tell();
  }

  /** Takes what the store holds, if that is another than before. */
  private read(): boolean {
    const text = tolerate(() => this.store.getItem(sessionKey));
    if (text === undefined || text === this.stored) return false;
    this.stored = text;
    this.shared = true;
    this.kept = text === null ? null : keptIn(tolerate(() => JSON.parse(text) as unknown));
    return true;
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

const endedOf = ({ name, roles }: Session): Ended => ({ name, roles });

function keptIn(value: unknown): Kept {
  if (!isObject(value)) return null;
  if (isObject(value['ended'])) return isPerson(value['ended']) ? { ended: value['ended'] } : null;
  return isSession(value) ? { session: value } : null;
}

function isSession(value: Record<string, unknown>): value is Record<string, unknown> & Session {
  const { subject, token, expiresAt } = value;
  return (
    isPerson(value) &&
    typeof subject === 'string' &&
    typeof token === 'string' &&
    typeof expiresAt === 'number'
  );
}

function isPerson(value: Record<string, unknown>): value is Record<string, unknown> & Ended {
  const { name, roles } = value;
  return typeof name === 'string' && Array.isArray(roles) && roles.every((role) => typeof role === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
