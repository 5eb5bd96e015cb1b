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
  return loaded;
}
