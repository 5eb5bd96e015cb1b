import { hueOf } from './hue.ts';

/** The first letter of a name on a colour of its own. */
export function Avatar({ name, seed }: { name: string; seed: string }) {
  const hue = hueOf(seed);
  return (
    <span className="avatar" style={{ background: `oklch(0.62 0.13 ${hue})` }} aria-hidden="true">
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </span>
  );
}
