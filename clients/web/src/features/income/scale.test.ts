import { describe, expect, it } from 'vitest';
import { fromTop, scaleOf } from './scale.ts';

describe('the scale of a chart', () => {
  it.each([
    [
      [0, 0],
      [0, 1],
    ],
    [[1], [0, 1]],
    [
      [3, 2],
      [0, 1, 2, 3],
    ],
    [
      [7, 12_345],
      [0, 5_000, 10_000, 15_000],
    ],
    [
      [40, -15],
      [-20, 0, 20, 40],
    ],
    [[100], [0, 50, 100]],
    [[], [0, 1]],
  ])('of %j has few round steps that hold it and zero', (values, ticks) => {
    expect(scaleOf(values).ticks).toEqual(ticks);
  });

  it('holds whatever can be earned', () => {
    for (const most of [9, 99, 101, 4_999_999, Number.MAX_SAFE_INTEGER]) {
      const { min, max, ticks } = scaleOf([most, -most]);
      expect(max).toBeGreaterThanOrEqual(most);
      expect(min).toBeLessThanOrEqual(-most);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBe(max);
    }
  });

  it('places values from the top', () => {
    const scale = scaleOf([40, -15]);
    expect([40, 0, -20].map((value) => Math.round(fromTop(scale, value)))).toEqual([0, 67, 100]);
  });
});
