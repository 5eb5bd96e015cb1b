import type { Intents } from '../intents.ts';
import type { Gift, GiftSent } from './types.ts';

/** A combo goes on while gifts follow each other within this (`GiftSent.combo`). */
export const comboMillis = 10_000;
/** Presses that wait while one is on its way; more are not taken. */
export const mostWaiting = 20;

export interface Combo {
  readonly gift: string;
  readonly times: number;
  /** When it is over, in the page's time. */
  readonly until: number;
}

export interface GivingState {
  readonly sending: boolean;
  /** Presses that wait behind the one on its way. */
  readonly waiting: number;
  /** After the last gift; null before the first. */
  readonly balance: number | null;
  readonly combo: Combo | null;
  readonly error: unknown;
}

export interface GivingOptions {
  /** Names the person and the room. */
  readonly scope: string;
  readonly intents: Intents;
  readonly send: (gift: string, count: number, key: string) => Promise<GiftSent>;
  readonly now?: () => number;
}

interface Press {
  readonly gift: string;
  readonly count: number;
}

/**
 * Gives gifts as fast as somebody presses, one after another. The first that fails stops those behind it: nobody pays for
 * presses made before they knew. A press after a loss repeats the one whose fate is not known, under its own key.
 */
export class Giving {
  private state: GivingState = { sending: false, waiting: 0, balance: null, combo: null, error: null };
  private readonly queue: Press[] = [];
  private readonly listeners = new Set<() => void>();
  private stopped = false;

  constructor(private readonly options: GivingOptions) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): GivingState => this.state;

  give(gift: Pick<Gift, 'code'>, count: number): void {
    if (this.stopped || this.queue.length >= mostWaiting) return;
    this.queue.push({ gift: gift.code, count });
    this.patch({ waiting: this.queue.length, error: null });
    if (!this.state.sending) void this.work();
  }

  forgive(): void {
    this.patch({ error: null });
  }

  /** What waits is not sent; what is on its way goes on. */
  stop(): void {
    this.stopped = true;
    this.queue.length = 0;
  }

  private async work(): Promise<void> {
    for (let press = this.queue.shift(); press !== undefined; press = this.queue.shift()) {
      this.patch({ sending: true, waiting: this.queue.length });
      try {
        this.took(await this.send(press));
      } catch (error) {
        this.queue.length = 0;
        this.patch({ error });
      }
    }
    this.patch({ sending: false, waiting: 0 });
  }

  private send({ gift, count }: Press): Promise<GiftSent> {
    const { scope, intents, send } = this.options;
    return intents.run(`${scope}/gift/${gift}/${count}`, (key) => send(gift, count, key));
  }

  private took(sent: GiftSent): void {
    const until = (this.options.now ?? Date.now)() + comboMillis;
    this.patch({ balance: sent.balance, combo: { gift: sent.gift, times: sent.combo, until } });
  }

  private patch(change: Partial<GivingState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
