import type shaka from 'shaka-player/dist/shaka-player.compiled-es2021.js';
import type { Protocol } from '@vitrine/core/rooms';

export type Shaka = typeof shaka;
export type ShakaPlayer = shaka.Player;
export type ShakaError = shaka.util.Error;
export type VideoTrack = shaka.extern.VideoTrack;

/** Shaka ships a smaller build for each delivery; a viewer downloads the one that is played. */
export async function loadShaka(protocol: Protocol): Promise<Shaka> {
  const build =
    protocol === 'dash'
      ? await import('shaka-player/dist/shaka-player.dash-es2021.js')
      : await import('shaka-player/dist/shaka-player.hls-es2021.js');
  const loaded = build.default as unknown as Shaka;
  loaded.polyfill.installAll();
  if (loaded.Player.version.startsWith('v5.2.')) takeMillisecondBack();
  return loaded;
}

let takenBack = false;

/**
 * Shaka 5.2 adds a millisecond to every negative offset, for Edge of 2018, and then finds by it that the offset is wrong
 * and resets the buffer before every append: of low-latency HLS, whoever joins later than half a minute into a show sees
 * only the parts that begin with a key frame. Its pull requests 10559 and 10591 mend it, for releases after 5.2.12.
 */
function takeMillisecondBack(): void {
  const offset = Object.getOwnPropertyDescriptor(SourceBuffer.prototype, 'timestampOffset');
  if (takenBack || !offset?.set) return;
  takenBack = true;
  const { set } = offset;
  Object.defineProperty(SourceBuffer.prototype, 'timestampOffset', {
    ...offset,
    set(this: SourceBuffer, seconds: number) {
      set.call(this, seconds < 0 ? seconds - 0.001 : seconds);
    },
  });
}
