import { readObject } from '../objects.ts';
import type { Platform } from '../platform.ts';
import type { ReplayIndex, ReplayItem, ReplayMinute } from './types.ts';

const minuteMillis = 60_000;
/** What was taken back is gone from a replay that is read again: nothing is kept longer than a cache may. */
const keptMillis = 60_000;

interface Kept<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/** What was said and shown, by the time of a recording. Minutes are fetched when the picture comes near them, and kept. */
export class ReplayChat {
  private readonly minutes = new Map<number, Kept<readonly ReplayItem[]>>();
  private index: Kept<ReadonlySet<number>> | null = null;

  private readonly base: string;

  constructor(
    private readonly platform: Pick<Platform, 'baseUrl' | 'send'>,
    room: string,
    private readonly now: () => number = Date.now,
  ) {
    this.base = `${platform.baseUrl}/media/chat/${room}/replay/`;
  }

  /** What belongs between two moments of the recording, in milliseconds, the first excluded. */
  async between(after: number, until: number): Promise<readonly ReplayItem[]> {
    const first = Math.floor(Math.max(0, after) / minuteMillis);
    const last = Math.floor(until / minuteMillis);
    void this.minute(last + 1);
    const found: ReplayItem[] = [];
    for (let minute = first; minute <= last; minute++) found.push(...(await this.minute(minute)));
    return found.filter(({ mediaMillis = 0 }) => mediaMillis > after && mediaMillis <= until);
  }

  private async minute(minute: number): Promise<readonly ReplayItem[]> {
    if (this.index === null || this.isOld(this.index)) {
      const value = this.read<ReplayIndex>('index.json').then((index) => new Set(index?.minutes ?? []));
      this.index = { at: this.now(), value };
    }
    if (!(await this.index.value).has(minute)) return [];
    const known = this.minutes.get(minute);
    if (known && !this.isOld(known)) return known.value;
    const value = this.read<ReplayMinute>(`${minute}.json`).then((found) => found?.items ?? []);
    this.minutes.set(minute, { at: this.now(), value });
    return value;
  }

  private isOld({ at }: Kept<unknown>): boolean {
    return this.now() - at >= keptMillis;
  }

  /** Null when it is not there, or cannot be had now: a replay goes on without its talk. */
  private async read<T>(name: string): Promise<T | null> {
    try {
      return await readObject<T>(this.platform, this.base + name);
    } catch {
      return null;
    }
  }
}
