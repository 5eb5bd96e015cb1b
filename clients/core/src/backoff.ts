/** How long to wait before the next attempt, so that a server that comes back is not met by every client at once. */
export interface Backoff {
  readonly firstMillis: number;
  readonly maxMillis: number;
}

export const pollBackoff: Backoff = { firstMillis: 1_000, maxMillis: 30_000 };
export const requestBackoff: Backoff = { firstMillis: 250, maxMillis: 4_000 };

/** The delay before attempt `failures + 1`: doubles with each failure, then jittered to between a half and the whole. */
export function backoffMillis(
  backoff: Backoff,
  failures: number,
  random: () => number = Math.random,
): number {
  const whole = Math.min(backoff.maxMillis, backoff.firstMillis * 2 ** Math.max(0, failures - 1));
  return Math.round(whole * (0.5 + random() / 2));
}
