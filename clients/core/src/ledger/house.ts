/** The days of the house: Asia/Shanghai, which knows no summer time. */
const houseOffsetMillis = 8 * 3_600_000;
const dayMillis = 86_400_000;

export function houseDay(now: number): string {
  return new Date(now + houseOffsetMillis).toISOString().slice(0, 10);
}

/** The last `count` days of the house, today included. */
export function houseDays(now: number, count: number): { readonly from: string; readonly to: string } {
  return { from: houseDay(now - (count - 1) * dayMillis), to: houseDay(now) };
}

/** The first and the last day of a month such as `2026-11`. */
export function daysOfMonth(month: string): { readonly from: string; readonly to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** The moment at which a day of the house begins; NaN for what is no day. */
export function beginOfDay(day: string): number {
  return Date.parse(day) - houseOffsetMillis;
}

/** The moment behind a day of the house. */
export function endOfDay(day: string): number {
  return beginOfDay(day) + dayMillis;
}
