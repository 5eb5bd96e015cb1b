import { Recovery, type Remedy, type Sight, type Stretch } from '@vitrine/core/playback';
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
const replaySwitchMarginSeconds = 1;
/** No origin offers an edge so far behind the camera: then a clock is wrong. */
const implausibleEdgeSeconds = 30;
/** An engine that does not end in time is left behind. */
const discardMillis = 2_000;

/**
 * One `<video>` and the Shaka player in it. Everything the controls show is in `state`; listeners hear of every change.
 * What to do when it does not go on by itself, `Recovery` says.
 */
export class Engine {
  state: PlayerState;
  private shaka: Shaka | null = null;
  private player: ShakaPlayer | null = null;
  private readonly recovery: Recovery;
  private openings = 0;
  private opened = false;
  /** The viewer, or the browser, wants no playing at present. */
  private stopped = false;
  private toldAt: number | null = null;
  private heardAt: number | null = null;
  private closed = false;
  private resumeAt: number | null = null;
  private steering = new Steering();
  private observer: ReturnType<typeof setInterval> | null = null;
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
    this.recovery = new Recovery(source.live);
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

  /** Opens the source, with an engine made anew if it is to be so. A later call takes the place of one under way. */
  async open(anew = false): Promise<void> {
    const turn = ++this.openings;
    const overtaken = () => this.closed || turn !== this.openings;
    this.recovery.opening(performance.now());
    if (!this.source.live && this.opened) this.resumeAt = this.video.currentTime;
    this.opened = false;
    if (this.state.phase !== 'failed') this.patch({ phase: 'loading' });
    this.observer ??= setInterval(() => this.observe(), observeMillis);
    try {
      this.shaka ??= await loadShaka(this.protocol);
      if (overtaken()) return;
      if (!this.shaka.Player.isBrowserSupported()) return this.patch({ phase: 'unsupported' });
      if (anew) await this.discard();
      if (overtaken()) return;
      const player = await this.attached(this.shaka);
      if (overtaken()) return;
      await player.load(addressOf(this.source, this.protocol), this.source.live ? null : this.resumeAt);
      if (overtaken()) return;
      // What was on air has ended, and nothing new has begun.
      if (this.source.live && !player.isDynamic()) return this.recovery.failed(performance.now());
      this.opened = true;
      await this.begin();
    } catch (error) {
      if (!overtaken()) this.onFailure(error);
    }
  }

  /** What was tried again and again in vain, once more and at once. */
  retry(): void {
    this.recovery.again();
    this.patch({ phase: 'loading' });
    void this.open(true);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopListening.abort();
    this.listeners.clear();
    if (this.observer !== null) clearInterval(this.observer);
    if (window.vitrinePlayer?.video === this.video && window.vitrinePlayer.player === this.player)
      delete window.vitrinePlayer;
    await this.player?.destroy();
  }

  play(): void {
    if (this.source.live && this.state.phase === 'paused') return this.goLive();
    if (this.state.phase === 'ended') this.video.currentTime = this.state.start;
    this.start();
  }

  pause(): void {
    this.stopped = true;
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
    const to = Math.min(end, Math.max(start, time));
    this.recovery.sought(to, end);
    this.video.currentTime = to;
    // The next key of a quick hand counts from here.
    this.patch({ time: to });
  }

  goLive(): void {
    this.carryOut(this.recovery.toLive(this.sight()));
    this.start();
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
      latencySeconds: this.latency(this.state.end),
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
    player.configure({ abr: { enabled: this.state.chosen === null } });
    player.addEventListener('error', (event) => {
      if (this.player === player) this.onFailure((event as unknown as { detail: ShakaError }).detail);
    });
    player.addEventListener('buffering', (event) => {
      const { buffering } = event as unknown as { buffering: boolean };
      if (buffering) this.wait();
    });
    const { MANIFEST } = shaka.net.NetworkingEngine.RequestType;
    player.getNetworkingEngine()?.registerResponseFilter((type) => {
      this.heardAt = performance.now();
      if (type === MANIFEST) this.toldAt = this.heardAt;
    });
    await player.attach(this.video);
    window.vitrinePlayer = { player, video: this.video, protocol: this.protocol, stats: () => this.stats() };
    return player;
  }

  private async discard(): Promise<void> {
    const { player } = this;
    this.player = null;
    this.steering = this.steering.anew();
    const patience = new Promise((resolve) => setTimeout(resolve, discardMillis));
    // Whatever is wrong with it is over with it.
    await Promise.race([player?.destroy().catch(() => undefined), patience]);
  }

  private start(): void {
    this.stopped = false;
    void this.begin();
  }

  /** Begins by itself where the browser lets it: with sound, else without, else it waits for a gesture. */
  private async begin(): Promise<void> {
    if (this.stopped) return this.patch({ phase: 'paused' });
    try {
      await this.video.play();
    } catch (error) {
      // Only this is a refusal; a play that a seek, a pause or another load takes the place of is none.
      if (this.closed || (error as DOMException).name !== 'NotAllowedError') return;
      this.video.muted = true;
      this.patch({ soundBlocked: true });
      await this.video.play().catch((refusal: DOMException) => {
        if (refusal.name !== 'NotAllowedError') return;
        this.stopped = true;
        this.patch({ phase: 'paused', soundBlocked: false });
      });
    }
  }

  private onFailure(error: unknown): void {
    if (this.closed) return;
    const { code, severity, category } = error as Partial<ShakaError>;
    // LOAD_INTERRUPTED is our own doing; severity 1 is what Shaka recovers from by itself.
    if (code === this.shaka?.util.Error.Code.LOAD_INTERRUPTED || severity === 1) return;
    // Shaka asks again for what a live stream lacks: whether that helps is seen by whether it plays.
    const { live } = this.source;
    if (live && this.opened && category === this.shaka?.util.Error.Category.NETWORK) return;
    this.recovery.failed(performance.now());
    this.patch({ errorCode: code ?? null });
  }

  private sight(): Sight {
    const edge = this.opened ? (this.player?.seekRange().end ?? null) : null;
    return {
      now: performance.now(),
      wall: Date.now(),
      wanted: !this.stopped && this.state.phase !== 'ended' && this.state.phase !== 'unsupported',
      online: navigator.onLine,
      opened: this.opened,
      time: this.video.currentTime,
      buffered: stretchesOf(this.video.buffered),
      edge,
      toldAt: this.toldAt,
      heardAt: this.heardAt,
    };
  }

  private carryOut(remedy: Remedy): void {
    switch (remedy.kind) {
      case 'seek':
        this.video.currentTime = remedy.to;
        return;
      case 'reload':
      case 'recreate':
        void this.open(remedy.kind === 'recreate');
        return;
      case 'relax':
        this.steering.relax();
    }
  }

  private listen(): void {
    const on = (name: keyof HTMLMediaElementEventMap, react: () => void) =>
      this.video.addEventListener(name, react, { signal: this.stopListening.signal });
    on('playing', () => this.patch({ phase: 'playing', started: true, errorCode: null }));
    on('pause', () => {
      // A source that is exchanged, or at its end, was not stopped by anybody.
      if (!this.opened || this.video.ended) return;
      this.stopped = true;
      this.patch({ phase: 'paused' });
    });
    on('waiting', () => this.wait());
    // A show that is still on air has not ended: it was cut.
    on('ended', () => (this.source.live ? this.wait() : this.patch({ phase: 'ended' })));
    on('volumechange', () => this.patch({ muted: this.video.muted, volume: this.video.volume }));
    on(
      'timeupdate',
      () => this.state.phase === 'buffering' && !this.video.paused && this.patch({ phase: 'playing' }),
    );
    on('seeked', () => this.observe());
    on('resize', () => this.observe());
  }

  private wait(): void {
    if (!this.stopped && this.state.phase !== 'failed') this.patch({ phase: 'buffering' });
  }

  private observe(): void {
    if (this.closed) return;
    const remedy = this.recovery.observe(this.sight());
    if (remedy !== null) this.carryOut(remedy);
    const { notice, hopeless } = this.recovery;
    if (notice !== this.state.notice) this.patch({ notice });
    const { phase } = this.state;
    if (hopeless && (phase === 'loading' || phase === 'buffering')) this.patch({ phase: 'failed' });
    if (this.opened) this.measure();
  }

  private measure(): void {
    if (this.player === null) return;
    const { start, end } = this.player.seekRange();
    const latencySeconds = this.latency(end);
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

  private latency(edge: number): number | null {
    if (!this.source.live || this.player === null) return null;
    const seconds = this.player.getStats().liveLatency;
    const edgeSeconds = seconds - (edge - this.video.currentTime);
    return seconds > 0 && edgeSeconds < implausibleEdgeSeconds ? seconds : null;
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

function stretchesOf(ranges: TimeRanges): Stretch[] {
  return Array.from({ length: ranges.length }, (_, at) => ({ start: ranges.start(at), end: ranges.end(at) }));
}

function bufferedAhead(video: HTMLVideoElement): number {
  const here = stretchesOf(video.buffered).find(
    ({ start, end }) => start <= video.currentTime + 0.1 && video.currentTime <= end,
  );
  return here === undefined ? 0 : here.end - video.currentTime;
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
