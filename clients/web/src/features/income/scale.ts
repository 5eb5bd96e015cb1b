/** A scale of few round steps that holds every value, zero among them. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** Ascending, `min` and `max` included. */
  readonly ticks: readonly number[];
}

const mostSteps = 4;
const roundSteps = [1, 2, 5, 10];

/** Values are whole numbers, so that no tick is a fraction. */
export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(1, ...values);
  const step = roundUp((high - low) / mostSteps);
  const min = Math.floor(low / step) * step;
  const max = Math.ceil(high / step) * step;
  const ticks = Array.from({ length: (max - min) / step + 1 }, (_, index) => min + index * step);
  return { min, max, ticks };
}

/** Where a value stands from the top, in percent. */
export function fromTop({ min, max }: Scale, value: number): number {
  return (100 * (max - value)) / (max - min);
}

function roundUp(step: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, step)));
  return (roundSteps.find((each) => each * power >= step) ?? 10) * power;
}
