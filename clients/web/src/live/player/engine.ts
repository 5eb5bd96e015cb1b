import { backoffMillis } from '@vitrine/core';
import {
  addressOf,
  behindSeconds,
  ladderOf,
  type Protocol,
  type Rendition,
  type Source,
} from '@vitrine/core/rooms';
import { recall, remember } from '../../app/memory.ts';
import { liveConfiguration, replayConfiguration } from './configuration.ts';
import { loadShaka, type Shaka, type ShakaError, type ShakaPlayer, type VideoTrack } from './shaka.ts';
import { Steering } from './steering.ts';
import { initialState, type PlaybackStats, type PlayerState } from './state.ts';

const observeMillis = 250;
/** A live stream that fails is opened anew this often; the room's state says meanwhile whether it is over. */
const maxReopenings = 6;
const reopenBackoff = { firstMillis: 500, maxMillis: 4_000 };
const replaySwitchMarginSeconds = 1;

/** One `<video>` and the Shaka player in it. Everything the controls show is in `state`; listeners hear of every change. */
export class Engine {
  state: PlayerState;
  private shaka: Shaka | null = null;
  private player: ShakaPlayer | null = null;
  private reopenings = 0;
  private closed = false;
  private resumeAt: number | null = null;
  private steering = new Steering();
  private observer: ReturnType<typeof setInterval> | null = null;
  private reopening: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly stopListening = new AbortController();

  constructor(
    readonly video: HTMLVideoElement,
    readonly source: Source,
    readonly protocol: Protocol,
    private readonly contentId: string,
    startAt: number | null = null,
  ) {
    this.resumeAt = startAt;
    video.volume = Math.min(1, Math.max(0, Number(recall('volume') ?? 1) || 0));
    video.muted = recall('muted') === 'true';
    this.state = { ...initialState, muted: video.muted, volume: video.volume };
    this.listen();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): PlayerState => this.state;

  async open(): Promise<void> {
    this.patch({ phase: 'loading', errorCode: null });
    try {
      this.shaka ??= await loadShaka(this.protocol);
      if (this.closed) return;
      if (!this.shaka.Player.isBrowserSupported()) return this.patch({ phase: 'unsupported' });
      const player = await this.attached(this.shaka);
      if (this.closed) return;
      await player.load(addressOf(this.source, this.protocol), this.source.live ? null : this.resumeAt);
      if (this.closed) return;
      this.observer ??= setInterval(() => this.observe(), observeMillis);
      await this.begin();
    } catch (error) {
      this.onFailure(error);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopListening.abort();
    this.listeners.clear();
    if (this.observer !== null) clearInterval(this.observer);
    if (this.reopening !== null) clearTimeout(this.reopening);
    if (window.vitrinePlayer?.video === this.video && window.vitrinePlayer.player === this.player)
      delete window.vitrinePlayer;
    await this.player?.destroy();
  }

  play(): void {
    if (this.source.live && this.state.phase === 'paused') this.goLive();
    if (this.state.phase === 'ended') this.video.currentTime = this.state.start;
    void this.video.play().catch(() => this.patch({ phase: 'paused' }));
  }

  pause(): void {
    this.video.pause();
  }

  toggle(): void {
    if (this.video.paused) this.play();
    else this.pause();
  }

  setMuted(muted: boolean): void {
    this.video.muted = muted;
    if (!muted && this.video.volume === 0) this.video.volume = 0.5;
    remember('muted', String(muted));
    this.patch({ soundBlocked: false });
  }

  setVolume(volume: number): void {
    this.video.volume = Math.min(1, Math.max(0, volume));
    this.video.muted = this.video.volume === 0;
    remember('volume', String(this.video.volume));
    this.patch({ soundBlocked: false });
  }

  seek(time: number): void {
    const { start, end } = this.state;
    this.video.currentTime = Math.min(end, Math.max(start, time));
  }

  goLive(): void {
    this.player?.goToLive();
    if (this.video.paused) void this.video.play().catch(() => this.patch({ phase: 'paused' }));
  }

  setRate(rate: number): void {
    this.video.playbackRate = rate;
    this.patch({ rate });
  }

  /** A rendition to stay with, or null for the player's own choice. */
  choose(rendition: Rendition | null): void {
    if (this.player === null) return;
    this.player.configure({ abr: { enabled: rendition === null } });
    this.patch({ chosen: rendition });
    this.keepChoice();
  }

  /** When the picture that is seen was on air; null in a replay, or before there is one. */
  playhead(): Date | null {
    return this.source.live ? (this.player?.getPlayheadTimeAsDate() ?? null) : null;
  }

  stats(): PlaybackStats {
    const stats = this.player?.getStats();
    const quality = this.video.getVideoPlaybackQuality();
    return {
      protocol: this.protocol,
      width: this.video.videoWidth,
      height: this.video.videoHeight,
      codecs: stats?.currentCodecs ?? '',
      bandwidth: Math.round(stats?.estimatedBandwidth || 0),
      bitrate: Math.round(stats?.streamBandwidth || 0),
      latencySeconds: this.latency(),
      bufferSeconds: bufferedAhead(this.video),
      droppedFrames: quality.droppedVideoFrames,
      decodedFrames: quality.totalVideoFrames,
      stalls: stats?.stallsDetected ?? 0,
      rate: this.video.playbackRate,
    };
  }

  private async attached(shaka: Shaka): Promise<ShakaPlayer> {
    if (this.player !== null) return this.player;
    const player = new shaka.Player();
    this.player = player;
    player.configure((this.source.live ? liveConfiguration : replayConfiguration)(this.contentId));
    player.addEventListener('error', (event) =>
      this.onFailure((event as unknown as { detail: ShakaError }).detail),
    );
    player.addEventListener('buffering', (event) => {
      const { buffering } = event as unknown as { buffering: boolean };
      if (buffering && !this.video.paused) this.patch({ phase: 'buffering' });
    });
    await player.attach(this.video);
    window.vitrinePlayer = { player, video: this.video, protocol: this.protocol, stats: () => this.stats() };
    return player;
  }

  /** Begins by itself where the browser lets it: with sound, else without, else it waits for a gesture. */
  private async begin(): Promise<void> {
    try {
      await this.video.play();
    } catch {
      if (this.closed) return;
      this.video.muted = true;
      this.patch({ soundBlocked: true });
      await this.video.play().catch(() => this.patch({ phase: 'paused', soundBlocked: false }));
    }
  }

  private onFailure(error: unknown): void {
    if (this.closed) return;
    const { code, severity } = error as Partial<ShakaError>;
    // LOAD_INTERRUPTED is our own doing; severity 1 is what Shaka recovers from by itself.
    if (code === this.shaka?.util.Error.Code.LOAD_INTERRUPTED || severity === 1) return;
    if (this.source.live && this.reopenings < maxReopenings) {
      this.reopenings++;
      this.patch({ phase: 'loading' });
      if (this.reopening !== null) clearTimeout(this.reopening);
      this.reopening = setTimeout(() => void this.open(), backoffMillis(reopenBackoff, this.reopenings));
      return;
    }
    this.resumeAt = this.video.currentTime || this.resumeAt;
    this.reopenings = 0;
    this.patch({ phase: 'failed', errorCode: code ?? null });
  }

  private listen(): void {
    const on = (name: keyof HTMLMediaElementEventMap, react: () => void) =>
      this.video.addEventListener(name, react, { signal: this.stopListening.signal });
    on('playing', () => {
      this.reopenings = 0;
      this.patch({ phase: 'playing', started: true });
    });
    on('pause', () => !this.video.ended && this.patch({ phase: 'paused' }));
    on('waiting', () => !this.video.paused && this.patch({ phase: 'buffering' }));
    on('ended', () => this.patch({ phase: 'ended' }));
    on('volumechange', () => this.patch({ muted: this.video.muted, volume: this.video.volume }));
    on(
      'timeupdate',
      () => this.state.phase === 'buffering' && !this.video.paused && this.patch({ phase: 'playing' }),
    );
    on('seeked', () => this.observe());
    on('resize', () => this.observe());
  }

  private observe(): void {
    if (this.player === null || this.closed) return;
    const { start, end } = this.player.seekRange();
    const latencySeconds = this.latency();
    if (latencySeconds !== null) this.steer(latencySeconds, end - this.video.currentTime);
    this.keepChoice();
    const { videoWidth: width, videoHeight: height } = this.video;
    this.patch({
      time: this.video.currentTime,
      start,
      end,
      latencySeconds,
      behind: this.source.live && this.state.started && end - this.video.currentTime > behindSeconds,
      ladder: this.ladder(),
      shown: width > 0 ? { width, height } : null,
      upright: height > width,
    });
  }

  /** Shaka hides a rendition for a moment after one of its segments failed: a choice is carried out when it is back. */
  private keepChoice(): void {
    const { chosen } = this.state;
    const track = chosen && this.tracks().find((each) => sameSize(each, chosen));
    if (track && !track.active)
      this.player?.selectVideoTrack(track, !this.source.live, replaySwitchMarginSeconds);
  }

  /** Every rendition seen so far, for the same reason. */
  private ladder(): readonly Rendition[] {
    const seen = ladderOf([...this.state.ladder, ...this.tracks()]);
    if (seen.length === this.state.ladder.length) return this.state.ladder;
    return seen.map(({ width, height }) => ({ width, height }));
  }

  private steer(latencySeconds: number, behindEdgeSeconds: number): void {
    const targetLatency = this.steering.target(latencySeconds, behindEdgeSeconds);
    if (targetLatency !== null) this.player?.configure({ streaming: { liveSync: { targetLatency } } });
  }

  private latency(): number | null {
    if (!this.source.live || this.player === null) return null;
    const seconds = this.player.getStats().liveLatency;
    return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  }

  private tracks(): VideoTrack[] {
    return this.player?.getVideoTracks() ?? [];
  }

  private patch(change: Partial<PlayerState>): void {
    if (this.closed) return;
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function sameSize(track: VideoTrack, rendition: Rendition): boolean {
  return track.width === rendition.width && track.height === rendition.height;
}

function bufferedAhead(video: HTMLVideoElement): number {
  for (let index = 0; index < video.buffered.length; index++) {
    const [from, to] = [video.buffered.start(index), video.buffered.end(index)];
    if (from <= video.currentTime + 0.1 && video.currentTime <= to) return to - video.currentTime;
  }
  return 0;
}

declare global {
  interface Window {
    /** The running playback, for tests and for the curious. */
    vitrinePlayer?: {
      readonly player: ShakaPlayer;
      readonly video: HTMLVideoElement;
      readonly protocol: Protocol;
      readonly stats: () => PlaybackStats;
    };
  }
}
