import type { Room, RoomState } from './rooms.ts';

export const protocols = ['hls', 'dash'] as const;
export type Protocol = (typeof protocols)[number];

/** Glass-to-glass latency the player steers to: the local origin holds it; a CDN in between still keeps it under three seconds. */
export const targetLatencySeconds = 2.2;
/** The same where the network is too uneven for it; still within five seconds. */
export const ordinaryLatencySeconds = 3.7;
/** Behind the live edge by more than this, the page offers the way back. */
export const behindSeconds = 8;

/** What the room page plays: the addresses, and whether they are of a show that still runs. */
export interface Source {
  readonly live: boolean;
  readonly hls: string;
  readonly dash: string | null;
}

export function sourceOf(room: Room): Source | null {
  if (room.state === 'LIVE' && room.playback) return { live: true, ...room.playback };
  if (room.state === 'REPLAY_READY' && room.replay)
    return { live: false, hls: room.replay.hls, dash: room.replay.dash };
  return null;
}

export function addressOf(source: Source, protocol: Protocol): string {
  return protocol === 'dash' && source.dash !== null ? source.dash : source.hls;
}

/** The address bar wins over what was remembered; nonsense in either is ignored. */
export function chooseProtocol(
  asked: string | null,
  remembered: string | null,
  source: Source | null,
): Protocol {
  const wish =
    [asked, remembered].find((name): name is Protocol => protocols.includes(name as Protocol)) ?? 'hls';
  return wish === 'dash' && source !== null && source.dash === null ? 'hls' : wish;
}

const activeMillis = 2_000;
const endedMillis = 3_000;
const scheduledMillis = 15_000;
/** This near its start a scheduled room is watched as closely as one whose streamer has prepared. */
const soonMillis = 120_000;

/** Millis between two reads of a room: close while something may happen, null when nothing will. */
export function pollMillis(room: Pick<Room, 'state' | 'startsAt'>, now: number): number | null {
  switch (room.state) {
    case 'READY':
    case 'LIVE':
    case 'INTERRUPTED':
      return activeMillis;
    case 'ENDED':
      return endedMillis;
    case 'SCHEDULED':
      return Math.abs(Date.parse(room.startsAt) - now) < soonMillis ? activeMillis : scheduledMillis;
    case 'REPLAY_READY':
    case 'CANCELLED':
      return null;
  }
  // A state of a later server.
  return scheduledMillis;
}

/** A show that did not begin this long after its start is late, and the page says so. */
const lateMillis = 15 * 60_000;

/** What the stage shows where the picture would be. */
export type Stage =
  | 'upcoming'
  | 'waiting'
  | 'late'
  | 'live'
  | 'interrupted'
  | 'ended'
  | 'replay'
  | 'cancelled'
  /** Of a later server. */
  | 'unknown';

export function stageOf(room: { readonly state: RoomState; readonly startsAt: string }, now: number): Stage {
  switch (room.state) {
    case 'SCHEDULED':
    case 'READY':
      return beforeShow(Date.parse(room.startsAt), now);
    case 'LIVE':
      return 'live';
    case 'INTERRUPTED':
      return 'interrupted';
    case 'ENDED':
      return 'ended';
    case 'REPLAY_READY':
      return 'replay';
    case 'CANCELLED':
      return 'cancelled';
  }
  return 'unknown';
}

function beforeShow(startsAt: number, now: number): Stage {
  if (startsAt > now) return 'upcoming';
  return now - startsAt < lateMillis ? 'waiting' : 'late';
}

export interface Rendition {
  readonly width: number;
  readonly height: number;
}

/** `720p` is the shorter side, upright or lying: a 720x1280 phone picture is 720p too. */
export function renditionName({ width, height }: Rendition): string {
  return `${Math.min(width, height)}p`;
}

/** One of each size, largest first. */
export function ladderOf<T extends { width: number | null; height: number | null }>(
  tracks: readonly T[],
): (T & Rendition)[] {
  const bySize = new Map<string, T & Rendition>();
  for (const track of tracks) {
    if (track.width === null || track.height === null) continue;
    bySize.set(`${track.width}x${track.height}`, track as T & Rendition);
  }
  return [...bySize.values()].sort((a, b) => b.width * b.height - a.width * a.height);
}
