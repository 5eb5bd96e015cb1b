import { readObject } from '../objects.ts';
import type { Platform } from '../platform.ts';
import type { Segment, Segments } from './types.ts';

export interface SegmentOptions {
  readonly platform: Pick<Platform, 'send'>;
  readonly now?: () => number;
  readonly random?: () => number;
}

/** An object is stored soon after its slot has ended. */
const storedMillis = 300;
/** Readers spread their requests over this, so that an edge is not asked by all at the same moment. */
const spreadMillis = 400;
/** 404: not yet. */
const retryMillis = 500;

/** Reads lane B: slot after slot, each as soon as it should be there. */
export class SegmentReader {
  private stopped = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly jitter: number;

  constructor(
    private readonly segments: Segments,
    private readonly take: (segment: Segment) => void,
    private readonly options: SegmentOptions,
  ) {
    this.jitter = (options.random ?? Math.random)() * spreadMillis;
  }

  start(): void {
    this.schedule(this.segments.from);
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private schedule(slot: number, atLeast = 0): void {
    const due = (slot + 1) * this.segments.slotMillis + storedMillis + this.jitter;
    const wait = Math.max(atLeast, due - (this.options.now ?? Date.now)());
    this.timer = setTimeout(() => void this.read(slot), wait);
  }

  private async read(slot: number): Promise<void> {
    try {
      const segment = await readObject<Segment>(this.options.platform, `${this.segments.base}${slot}.json`);
      if (this.stopped) return;
      if (segment === null) return this.schedule(slot, retryMillis);
      this.take(segment);
      if (!this.stopped) this.schedule(slot + 1);
    } catch {
      // The network is away, or a cache cut the object short: the same again.
      if (!this.stopped) this.schedule(slot, retryMillis);
    }
  }
}
