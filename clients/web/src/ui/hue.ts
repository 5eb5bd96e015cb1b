/** Hues that look well as a cover and as an avatar; the muddy ones between are left out. */
const hues = [8, 24, 42, 58, 150, 168, 192, 222, 250, 276, 300, 322, 344];

/** A hue that the same text always has. */
export function hueOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 16_777_619);
  // Ids that differ in their last digit only must still spread.
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  return hues[((hash ^ (hash >>> 13)) >>> 0) % hues.length]!;
}
