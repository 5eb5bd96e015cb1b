import type { Notice } from '@vitrine/core/playback';
import type { Rendition } from '@vitrine/core/rooms';

/** What the player is doing, as its controls need to know it. */
export interface PlayerState {
  readonly phase: 'loading' | 'playing' | 'paused' | 'buffering' | 'ended' | 'failed' | 'unsupported';
  /** A picture has been seen: before it, the cover stays. */
  readonly started: boolean;
  readonly muted: boolean;
  readonly volume: number;
  /** The browser allowed the picture without a gesture, but not the sound. */
  readonly soundBlocked: boolean;
  readonly time: number;
  readonly start: number;
  readonly end: number;
  readonly latencySeconds: number | null;
  readonly behind: boolean;
  readonly rate: number;
  readonly ladder: readonly Rendition[];
  readonly chosen: Rendition | null;
  readonly shown: Rendition | null;
  readonly upright: boolean;
  readonly errorCode: number | null;
  /** What the viewer should know of a picture that does not run, or not as before. */
  readonly notice: Notice | null;
}

export const initialState: PlayerState = {
  phase: 'loading',
  started: false,
  muted: false,
  volume: 1,
  soundBlocked: false,
  time: 0,
  start: 0,
  end: 0,
  latencySeconds: null,
  behind: false,
  rate: 1,
  ladder: [],
  chosen: null,
  shown: null,
  upright: false,
  errorCode: null,
  notice: null,
};

/** What the statistics panel and the tests read. */
export interface PlaybackStats {
  readonly protocol: string;
  readonly width: number;
  readonly height: number;
  readonly codecs: string;
  readonly bandwidth: number;
  readonly bitrate: number;
  readonly latencySeconds: number | null;
  readonly bufferSeconds: number;
  readonly droppedFrames: number;
  readonly decodedFrames: number;
  readonly stalls: number;
  readonly rate: number;
}
