import { backoffMillis, type Backoff } from '../backoff.ts';

/** Seconds of media, on its own timeline. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is seen of a playback at one moment. */
export interface Sight {
  /** Millis of a clock that nobody sets. */
  readonly now: number;
  /** Millis of the clock that people set, and that players place a live edge by. */
  readonly wall: number;
  /** It is to play: the viewer has not stopped it, and it is not at its end. */
  readonly wanted: boolean;
  /** What the platform says of its network. It may be wrong. */
  readonly online: boolean;
  /** A presentation is open; otherwise it is being opened, or could not be. */
  readonly opened: boolean;
  readonly time: number;
  readonly buffered: readonly Stretch[];
  /** The newest second that the presentation says may be played. */
  readonly edge: number | null;
  /** When a playlist or manifest came last, by `now`; null before the first. */
  readonly toldAt: number | null;
  /** When anything came last. */
  readonly heardAt: number | null;
}

export type Remedy =
  | { readonly kind: 'seek'; readonly to: number }
  /** Open the address anew: at the live edge, or where a replay was. */
  | { readonly kind: 'reload' }
  /** The same with a new engine: the old one may be what is stuck. */
  | { readonly kind: 'recreate' }
  /** From now on at the ordinary distance from the camera. */
  | { readonly kind: 'relax' };

/** What a viewer is told while it does not play, or plays otherwise than before. */
export type Notice = 'offline' | 'reconnecting' | 'late' | 'relaxed';

/** Without a move for so long it stands still; players hop over small gaps by themselves before. */
const stillMillis = 1_000;
const stallMillis = 700;
/** It has media and does not move: a decoder, or a player that waits for what it has. */
const nudgeMillis = 2_000;
const nudgeSeconds = 0.1;
const intoStretchSeconds = 0.05;
const enoughAheadSeconds = 0.3;
/** Between two seeks, each of which may need a segment. */
const seekMillis = 1_500;
const seeksOfAStall = 3;
/** Farther behind the edge it jumps there; nearer, playing a little faster is less of a loss. */
const farBehindSeconds = 3.1;
const besideEdgeSeconds = 0.7;
const worthAJumpSeconds = 1;
const jumpMillis = 5_000;
/** Neither jumps nor speed have brought it to the edge by then: something is wrong with what it plays. */
const catchUpMillis = 15_000;
/** The same for a viewer who asked for the edge. */
const toLiveMillis = 4_000;
/** An origin holds a playlist for 6 s at most (RFC 8216bis, 6.2.5.2: three target durations); then it has to come. */
const toldMillis = 7_500;
const trustedEdgeMillis = 3_000;
const passedByMillis = 2_500;
/** A replay that waits for its media reads nothing else. */
const replayMillis = 15_000;
/** The origin answers and has nothing: it is waited for, and not quite believed. */
const nothingNewMillis = 20_000;
/** An attempt that hears nothing, and one that hears something. */
const deafAttemptMillis = 5_000;
const hearingAttemptMillis = 8_000;
/** A platform that says it has no network is seldom wrong. */
const offlineAttemptMillis = 10_000;
const beginMillis = 3_000;
const settledMillis = 3_000;
/** A page that was asleep has seen nothing. */
const sleptMillis = 5_000;
const clockJumpMillis = 2_000;
const hopsMillis = 10_000;
const hopsOfABrokenBuffer = 4;
const stallsMillis = 60_000;
const stallsOfAnUnevenNetwork = 3;
const relaxedNoticeMillis = 12_000;
const attemptsBeforeGivingHope = 4;
const liveBackoff: Backoff = { firstMillis: 500, maxMillis: 3_000 };
const replayBackoff: Backoff = { firstMillis: 500, maxMillis: 15_000 };

/**
 * Watches a playback and finds a way out of every state in which it cannot go on by itself. `observe` is called several
 * times a second with what is seen, and answers what is to be done, at most one thing a call; it does nothing itself.
 * It never gives up: while playback is wanted there is always a next attempt.
 */
export class Recovery {
  private last: Sight | null = null;
  private movedAt = 0;
  private runningSince: number | null = null;
  private hasMoved = false;
  private broken = false;
  private attempts = 0;
  private attemptAt: number | null = null;
  private nextAttemptAt = 0;
  private seeks = 0;
  private soughtAt = -Infinity;
  private ownJump = false;
  private hops: number[] = [];
  private stalls: number[] = [];
  private relaxedAt: number | null = null;
  private heldBack = false;
  private liveBy: number | null = null;

  constructor(
    private readonly live: boolean,
    private readonly random: () => number = Math.random,
  ) {}

  /** The engine begins to open the presentation, by itself or as a remedy. */
  opening(now: number): void {
    this.attemptAt = now;
    this.broken = false;
  }

  /** The engine says that it cannot go on. */
  failed(now: number): void {
    this.broken = true;
    const backoff = this.live ? liveBackoff : replayBackoff;
    this.nextAttemptAt = now + backoffMillis(backoff, this.attempts + 1, this.random);
  }

  /** The viewer asks for an attempt: hope begins anew. */
  again(): void {
    this.attempts = 0;
  }

  /** The viewer went to a place: one far behind the edge is left to them. */
  sought(to: number, edge: number | null): void {
    this.ownJump = true;
    this.liveBy = null;
    this.heldBack = this.live && edge !== null && edge - to > farBehindSeconds;
  }

  /** The viewer wants the live edge, now. */
  toLive(sight: Sight): Remedy {
    this.heldBack = false;
    this.liveBy = sight.now + toLiveMillis;
    if (this.broken || !sight.opened) return this.attempt(sight.now);
    const edge = this.trustedEdge(sight) ?? newest(sight.buffered);
    return edge !== null && edge > sight.time + besideEdgeSeconds
      ? this.seek(sight.now, edge - besideEdgeSeconds)
      : this.attempt(sight.now);
  }

  observe(sight: Sight): Remedy | null {
    const before = this.last;
    this.last = sight;
    if (before === null || sight.now - before.now > sleptMillis) this.rest(sight.now);
    if (before !== null && this.live && clockJumped(before, sight)) {
      this.broken = true;
      this.nextAttemptAt = sight.now;
    }
    if (!sight.wanted) {
      this.rest(sight.now);
      return null;
    }
    if (before !== null) this.follow(before, sight);
    return this.remedy(sight, before !== null && sight.online && !before.online);
  }

  /** What to say to the viewer; null while it plays as it should. */
  get notice(): Notice | null {
    const sight = this.last;
    if (sight === null || !sight.wanted) return null;
    const still = sight.now - this.movedAt;
    if (this.broken || still >= stillMillis) {
      if (!sight.online) return 'offline';
      if (this.broken || this.attempts > 0) return 'reconnecting';
      return this.hasMoved && still >= nudgeMillis ? 'late' : null;
    }
    return this.relaxedAt !== null && sight.now - this.relaxedAt < relaxedNoticeMillis ? 'relaxed' : null;
  }

  /** So many attempts failed that a viewer should hear more than "wait"; they go on. */
  get hopeless(): boolean {
    return this.attempts >= attemptsBeforeGivingHope;
  }

  private rest(now: number): void {
    this.movedAt = now;
    this.runningSince = null;
    this.seeks = 0;
    this.hops = [];
    this.liveBy = null;
  }

  /** Tells playing from standing, and both from jumping. */
  private follow(before: Sight, sight: Sight): void {
    const seconds = sight.time - before.time;
    const elapsedSeconds = (sight.now - before.now) / 1_000;
    // Replays are played at twice the speed at most.
    const mostSeconds = elapsedSeconds * 2.2 + 0.2;
    if (seconds > 0 && seconds <= mostSeconds) this.moved(sight.now);
    else if (seconds > mostSeconds && !this.ownJump) this.hops.push(sight.now);
    if (seconds !== 0) this.ownJump = false;
    this.hops = this.hops.filter((at) => sight.now - at < hopsMillis);
    if (this.runningSince !== null && sight.now - this.movedAt >= stallMillis) {
      this.runningSince = null;
      this.stalls = [...this.stalls, sight.now].filter((at) => sight.now - at < stallsMillis);
    }
  }

  private moved(now: number): void {
    this.movedAt = now;
    this.hasMoved = true;
    this.runningSince ??= now;
    if (now - this.runningSince < settledMillis) return;
    this.attempts = 0;
    this.attemptAt = null;
    this.seeks = 0;
  }

  private remedy(sight: Sight, cameOnline: boolean): Remedy | null {
    const { now } = sight;
    const still = now - this.movedAt;
    if (cameOnline && (this.broken || still >= stillMillis)) return this.attempt(now);
    if (this.broken) return now >= this.nextAttemptAt ? this.attempt(now) : null;
    if (!sight.opened) return this.attemptIsOver(sight) ? this.attempt(now) : null;
    if (this.live && this.hops.length >= hopsOfABrokenBuffer) return this.attempt(now);
    if (still >= stillMillis) return this.getGoing(sight, still);
    if (!this.live) return null;
    if (this.relaxedAt === null && this.stalls.length >= stallsOfAnUnevenNetwork) return this.relax(now);
    return this.keepUp(sight);
  }

  private relax(now: number): Remedy {
    this.relaxedAt = now;
    return { kind: 'relax' };
  }

  /** It plays: it must also be near the edge, unless the viewer wants it elsewhere. */
  private keepUp(sight: Sight): Remedy | null {
    const { now, time } = sight;
    const edge = this.trustedEdge(sight);
    if (edge === null || this.heldBack) return null;
    if (edge - time <= farBehindSeconds) {
      this.liveBy = null;
      return null;
    }
    if (this.liveBy !== null && now >= this.liveBy) return this.attempt(now);
    this.liveBy ??= now + catchUpMillis;
    const [sinceSought, at] = [now - this.soughtAt, edge - besideEdgeSeconds];
    const loaded = (newest(sight.buffered) ?? 0) - besideEdgeSeconds;
    // What is loaded costs nothing to go to; the edge itself may cost another wait.
    if (loaded - time >= worthAJumpSeconds && sinceSought >= seekMillis)
      return this.seek(now, Math.min(loaded, at));
    return sinceSought >= jumpMillis ? this.seek(now, at) : null;
  }

  /** It stands still. */
  private getGoing(sight: Sight, still: number): Remedy | null {
    const { now, time, buffered } = sight;
    const here = buffered.find(({ start, end }) => start - intoStretchSeconds <= time && time < end);
    const next = buffered.find(({ start }) => start > time + intoStretchSeconds);
    if (here !== undefined && here.end - time >= enoughAheadSeconds) {
      if (still < nudgeMillis) return null;
      // What was opened anew and does not move either is not mended by a nudge.
      if (this.attempts > 0) return this.attemptInTurn(sight);
      return this.seekOrAttempt(sight, this.seeks === 0 ? time + nudgeSeconds : this.trustedEdge(sight));
    }
    if (next !== undefined) return this.seekOrAttempt(sight, next.start + intoStretchSeconds);
    if (!this.live) return this.isDeaf(sight) && still >= replayMillis ? this.attemptInTurn(sight) : null;
    if (sight.toldAt === null || now - sight.toldAt >= toldMillis) return this.attemptInTurn(sight);
    const edge = this.trustedEdge(sight);
    // It went on without what is missing here: so may we, as often as it takes.
    if (still >= passedByMillis && edge !== null && edge - time > farBehindSeconds)
      return this.hasBegun(now) ? this.seekOrAttempt(sight, edge - besideEdgeSeconds) : null;
    return still >= nothingNewMillis || (this.seeks > 0 && still >= toldMillis)
      ? this.attemptInTurn(sight)
      : null;
  }

  /** An attempt has its own idea of where to begin, and needs a moment for it. */
  private hasBegun(now: number): boolean {
    return this.attemptAt === null || now - this.attemptAt >= beginMillis;
  }

  private seekOrAttempt(sight: Sight, to: number | null): Remedy | null {
    if (sight.now - this.soughtAt < seekMillis) return null;
    if (to !== null && this.seeks < seeksOfAStall) return this.seek(sight.now, to);
    return this.attemptInTurn(sight);
  }

  private seek(now: number, to: number): Remedy {
    this.seeks++;
    this.soughtAt = now;
    this.ownJump = true;
    return { kind: 'seek', to };
  }

  private attemptInTurn(sight: Sight): Remedy | null {
    return this.attemptIsOver(sight) ? this.attempt(sight.now) : null;
  }

  private isDeaf({ now, heardAt }: Sight): boolean {
    return heardAt === null || now - heardAt >= deafAttemptMillis;
  }

  /** Whether the last attempt has had its time. One that hears answers is slow, not stuck. */
  private attemptIsOver(sight: Sight): boolean {
    const { now, online, heardAt } = sight;
    if (this.attemptAt === null) return online || now - this.movedAt >= offlineAttemptMillis;
    const hears = heardAt !== null && heardAt > this.attemptAt && !this.isDeaf(sight);
    const patience = hears ? hearingAttemptMillis : online ? deafAttemptMillis : offlineAttemptMillis;
    return now - this.attemptAt >= patience;
  }

  private attempt(now: number): Remedy {
    this.attempts++;
    this.opening(now);
    this.seeks = 0;
    this.soughtAt = now;
    this.ownJump = true;
    this.hops = [];
    this.heldBack = false;
    this.liveBy = null;
    this.runningSince = null;
    return { kind: this.attempts === 1 ? 'reload' : 'recreate' };
  }

  /** The newest second, while the presentation is fresh: players push an edge on by the clock when they hear nothing. */
  private trustedEdge({ now, edge, toldAt, buffered }: Sight): number | null {
    if (!this.live || edge === null || toldAt === null || now - toldAt > trustedEdgeMillis) return null;
    return Math.max(edge, newest(buffered) ?? edge);
  }
}

function newest(buffered: readonly Stretch[]): number | null {
  return buffered.at(-1)?.end ?? null;
}

function clockJumped(before: Sight, sight: Sight): boolean {
  return Math.abs(sight.wall - before.wall - (sight.now - before.now)) > clockJumpMillis;
}
