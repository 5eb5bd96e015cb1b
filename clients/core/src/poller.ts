import { Aborter, type Signal } from './abort.ts';
import type { Reading } from './client.ts';
import { backoffMillis, pollBackoff } from './backoff.ts';
import type { Visibility } from './platform.ts';
import { Problem } from './problem.ts';

export interface PollerOptions<T> {
  readonly read: (etag: string | null, signal: Signal) => Promise<Reading<T>>;
  /** Millis until the next read after this value; null when it will not change any more. */
  readonly interval: (value: T) => number | null;
  readonly onValue: (value: T) => void;
  readonly onError: (error: unknown) => void;
  /** A hidden page asks nothing, and asks at once when it is seen again. */
  readonly visibility: Visibility;
  readonly random?: () => number;
}

/**
 * Reads a document again and again with its ETag. One read is under way at a time. A failure is told and retried with
 * back-off, except 404, which is an answer; `refresh` reads at once.
 */
export class Poller<T> {
  private etag: string | null = null;
  private value: T | null = null;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private flight: Aborter | null = null;
  private unsubscribe: (() => void) | null = null;

  constructor(private readonly options: PollerOptions<T>) {}

  start(): void {
    this.unsubscribe = this.options.visibility.subscribe(() => this.onVisibility());
    void this.poll();
  }

  stop(): void {
    this.unsubscribe?.();
    this.unsubscribe = null;
    this.cancelTimer();
    this.flight?.abort();
    this.flight = null;
  }

  refresh(): void {
    this.flight?.abort();
    this.flight = null;
    void this.poll();
  }

  /** Takes a document learnt another way, such as the answer to a change, and drops a read that may be older. */
  accept(value: T): void {
    this.flight?.abort();
    this.flight = null;
    this.etag = null;
    this.take(value);
    this.schedule(this.options.interval(value));
  }

  private async poll(): Promise<void> {
    this.cancelTimer();
    const flight = new Aborter();
    this.flight = flight;
    try {
      const reading = await this.options.read(this.etag, flight.signal);
      if (flight.signal.aborted) return;
      this.failures = 0;
      if (reading.changed) {
        this.etag = reading.etag;
        this.take(reading.value);
      } else if (this.value !== null) {
        this.take(this.value);
      }
      this.schedule(this.value === null ? pollBackoff.firstMillis : this.options.interval(this.value));
    } catch (error) {
      if (flight.signal.aborted) return;
      this.failures++;
      this.options.onError(error);
      this.schedule(this.retryMillis(error));
    } finally {
      if (this.flight === flight) this.flight = null;
    }
  }

  private take(value: T): void {
    this.value = value;
    this.options.onValue(value);
  }

  private retryMillis(error: unknown): number | null {
    if (error instanceof Problem && error.status === 404) return null;
    const asked = error instanceof Problem ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
    return Math.max(asked, backoffMillis(pollBackoff, this.failures, this.options.random));
  }

  private schedule(millis: number | null): void {
    this.cancelTimer();
    if (millis === null || this.unsubscribe === null || !this.options.visibility.visible()) return;
    this.timer = setTimeout(() => void this.poll(), millis);
  }

  private onVisibility(): void {
    if (!this.options.visibility.visible()) this.cancelTimer();
    else if (this.flight === null && !this.finished()) void this.poll();
  }

  private finished(): boolean {
    return this.failures === 0 && this.value !== null && this.options.interval(this.value) === null;
  }

  private cancelTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
