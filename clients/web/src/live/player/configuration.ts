import { newId } from '../../app/services.ts';
import { firstEdgeTargetSeconds } from './steering.ts';

/**
 * Names this playback to the CDN's log (CMCD `sid`), to judge how well it went; it says nothing about the person.
 * Nobody is counted by it: the manifest issues a session of its own for that.
 */
export const playbackSession = newId();

const retry = { maxAttempts: 4, baseDelay: 300, backoffFactor: 1.6, fuzzFactor: 0.5 };

const common = (contentId: string) => ({
  // As query arguments: a header would cost a preflight request with every segment of another origin.
  cmcd: { enabled: true, useHeaders: false, sessionId: playbackSession, contentId },
  abr: { enabled: true },
  manifest: { retryParameters: { ...retry, timeout: 10_000 } },
});

export const liveConfiguration = (contentId: string) => ({
  ...common(contentId),
  streaming: {
    lowLatencyMode: true,
    bufferingGoal: 8,
    bufferBehind: 60,
    // A rendition that failed is tried again soon: with all of them away there would be nothing to play.
    maxDisabledTime: 5,
    // Speed is bent by a few percent, which nobody hears, to hold the distance to the camera.
    liveSync: {
      enabled: true,
      targetLatency: firstEdgeTargetSeconds,
      targetLatencyTolerance: 0.25,
      minPlaybackRate: 0.96,
      maxPlaybackRate: 1.1,
    },
    retryParameters: { ...retry, timeout: 15_000 },
  },
});

export const replayConfiguration = (contentId: string) => ({
  ...common(contentId),
  streaming: {
    lowLatencyMode: false,
    bufferingGoal: 20,
    bufferBehind: 60,
    liveSync: { enabled: false },
    retryParameters: { ...retry, timeout: 20_000 },
  },
});
