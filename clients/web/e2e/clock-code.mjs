// Reads the wall clock that the demonstration encoder burns into its picture. The layout is told, and its constants
// are kept, in dev.vitrine.live.demo.ClockCode (media-pipeline/local-live): change both together.
//
// In a page:  context.drawImage(video, 0, 0, canvas.width, canvas.height);
//             const shownAt = readClock(context.getImageData(0, 0, canvas.width, canvas.height));
// A canvas of 640x360 (360x640 for portrait) is plenty. Everything a reader needs is inside `readClock`, so that its
// source can be handed to a page as text (`page.evaluate`).

/**
 * @param {{data: Uint8ClampedArray | Uint8Array, width: number, height: number}} image RGBA pixels of a whole frame
 * @returns {number | null} milliseconds since 1970, or null when no clock is clearly there
 */
export function readClock(image) {
  const COLUMNS = 14;
  const ROWS = 4;
  const WIDTH_BLOCKS = 16;
  const HEIGHT_BLOCKS = 24;
  const LEFT_BLOCKS = 1;
  const TOP_BLOCKS = 18;
  const MARKER = '101100';
  const TIME_BITS = 42;
  const MIN_CONTRAST = 60;
  const CLEAR = 0.15;

  const { data, width, height } = image;

  function level(column, row) {
    const left = Math.floor(((4 * (LEFT_BLOCKS + column) + 1) * width) / (4 * WIDTH_BLOCKS));
    const right = Math.max(
      left + 1,
      Math.floor(((4 * (LEFT_BLOCKS + column) + 3) * width) / (4 * WIDTH_BLOCKS)),
    );
    const top = Math.floor(((4 * (TOP_BLOCKS + row) + 1) * height) / (4 * HEIGHT_BLOCKS));
    const bottom = Math.max(
      top + 1,
      Math.floor(((4 * (TOP_BLOCKS + row) + 3) * height) / (4 * HEIGHT_BLOCKS)),
    );
    let sum = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const at = 4 * (y * width + x);
        sum += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  const levels = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) levels.push(level(column, row));
  }
  const [white, black] = levels;
  const contrast = white - black;
  if (contrast < MIN_CONTRAST) return null;

  let bits = '';
  for (const brightness of levels) {
    const share = (brightness - black) / contrast;
    if (Math.abs(share - 0.5) < CLEAR) return null;
    bits += share > 0.5 ? '1' : '0';
  }
  if (!bits.startsWith(MARKER)) return null;
  const time = Number.parseInt(bits.slice(MARKER.length, MARKER.length + TIME_BITS), 2);
  const check = Number.parseInt(bits.slice(MARKER.length + TIME_BITS), 2);

  let crc = 0;
  for (let index = 5; index >= 0; index--) {
    crc ^= Math.floor(time / 256 ** index) % 256;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff;
  }
  return crc === check ? time : null;
}
