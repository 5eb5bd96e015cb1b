import { Problem } from './problem.ts';
import type { KeyValueStore } from './platform.ts';

const storeKey = 'vitrine.intents';
/** The oldest intents are forgotten beyond this. */
export const mostIntents = 50;
/** Answers that say nothing about whether the request was carried out: it must be repeated under the same key. */
const undecided = new Set([401, 408, 425, 429]);

/**
 * The idempotency key of each thing that a person means to do once. A key lives from the first attempt to the first
 * definite answer, over reloads of the page; whatever fails in between is tried again under the same key, so that the
 * server gives the first answer again instead of paying twice.
 */
export class Intents {
  /** For a store that refuses (private mode): the keys then live as long as the page. */
  private readonly keys: Map<string, string>;
  private readonly running = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: KeyValueStore,
    private readonly newKey: () => string,
  ) {
    this.keys = this.read();
  }

  /**
   * Carries out `intent`, which names who wants what, such as `ann/top-up/small`. While it is under way, a second call
   * is the same attempt.
   */
  run<T>(intent: string, send: (key: string) => Promise<T>): Promise<T> {
    const under = this.running.get(intent) as Promise<T> | undefined;
    if (under !== undefined) return under;
    const attempt = this.attempt(intent, send).finally(() => this.running.delete(intent));
    this.running.set(intent, attempt);
    return attempt;
  }

  /** Whether an intent whose name begins so still waits for its definite answer. */
  pending(beginning: string): boolean {
    return [...this.keys.keys()].some((intent) => intent.startsWith(beginning));
  }

  private async attempt<T>(intent: string, send: (key: string) => Promise<T>): Promise<T> {
    const key = this.keys.get(intent) ?? this.newKey();
    this.keep(intent, key);
    try {
      const answer = await send(key);
      this.forget(intent);
      return answer;
    } catch (error) {
      if (decided(error)) this.forget(intent);
      throw error;
    }
  }

  private keep(intent: string, key: string): void {
    this.keys.delete(intent);
    this.keys.set(intent, key);
    for (const oldest of this.keys.keys()) {
      if (this.keys.size <= mostIntents) break;
      if (!this.running.has(oldest)) this.keys.delete(oldest);
    }
    this.write();
  }

  private forget(intent: string): void {
    this.keys.delete(intent);
    this.write();
  }

  private read(): Map<string, string> {
    try {
      const entries: unknown = JSON.parse(this.store.getItem(storeKey) ?? '[]');
      return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
    } catch {
      return new Map();
    }
  }

  private write(): void {
    try {
      this.store.setItem(storeKey, JSON.stringify([...this.keys]));
    } catch {
      // The keys still hold for this page.
    }
  }
}

/** Whether the server has said what became of the request. */
function decided(error: unknown): boolean {
  return error instanceof Problem && error.status < 500 && !undecided.has(error.status);
}

function isEntry(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
