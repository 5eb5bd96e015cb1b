import { readObject } from '../objects.ts';
import type { Platform } from '../platform.ts';
import { without } from './removals.ts';
import type { Segment, SegmentIndex, Segments } from './types.ts';

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
/** Who reads a slot later than its next one ended is behind: a cache may hold what was taken back since. */
const behindSlots = 1;
/** The index is as old in a cache. */
const indexMillis = 1_000;

/** Older than what is there, or deleted meanwhile. */
const isGone = (
  slot: number,
  segment: Segment | null,
  { oldest = slot, slot: newest }: SegmentIndex,
): boolean => slot < oldest || (segment === null && slot <= newest);

/** Reads lane B: slot after slot, each as soon as it should be there. */
export class SegmentReader {
  private stopped = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly jitter: number;
  private index: SegmentIndex | null = null;
  private indexAt = -Infinity;

  constructor(
    private readonly segments: Segments,
    private readonly take: (segment: Segment) => void,
    /** Too far behind: what was missed has to be asked for. */
    private readonly lose: () => void,
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
    const wait = Math.max(atLeast, due - this.now());
    this.timer = setTimeout(() => void this.read(slot), wait);
  }

  private async read(slot: number): Promise<void> {
    try {
      const behind = this.isBehind(slot);
      const index = behind ? await this.readIndex() : null;
      const segment = await this.fetch<Segment>(String(slot));
      if (this.stopped) return;
      if (index !== null && isGone(slot, segment, index)) return this.lose();
      if (segment === null) return this.schedule(slot, retryMillis);
      this.take(without(segment, index?.removed ?? []));
      if (!this.stopped) this.schedule(slot + 1);
    } catch {
      // The network is away, or a cache cut the object short: the same again.
      if (!this.stopped) this.schedule(slot, retryMillis);
    }
  }

  private isBehind(slot: number): boolean {
    return this.now() > (slot + 1 + behindSlots) * this.segments.slotMillis;
  }

  private async readIndex(): Promise<SegmentIndex | null> {
    if (this.now() - this.indexAt >= indexMillis) {
      this.index = await this.fetch<SegmentIndex>('index');
      this.indexAt = this.now();
    }
    return this.index;
  }

  private fetch<T>(name: string): Promise<T | null> {
    return readObject<T>(this.options.platform, `${this.segments.base}${name}.json`);
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}
