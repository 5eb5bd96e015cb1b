import { describe, expect, it } from 'vitest';
import {
  addressOf,
  bounds,
  chooseProtocol,
  ladderOf,
  pollMillis,
  renditionName,
  shelfOf,
  sourceOf,
  stageOf,
  type RoomState,
} from '../src/rooms/index.ts';
import { aRoom } from './fixtures.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const hlsOnly = { live: true, hls: 'https://cdn/x.m3u8', dash: null };
const both = { ...hlsOnly, dash: 'https://cdn/x.mpd' };

describe('what is played', () => {
  it('is the stream while live, the replay when ready, else nothing', () => {
    expect(sourceOf(aRoom({ state: 'LIVE', playback: { hls: 'h', dash: 'd' } }))).toEqual({
      live: true,
      hls: 'h',
      dash: 'd',
    });
    const replay = { hls: 'h', dash: 'd', mp4: 'm', durationSeconds: 60 };
    expect(sourceOf(aRoom({ state: 'REPLAY_READY', replay }))).toEqual({ live: false, hls: 'h', dash: 'd' });
    expect(sourceOf(aRoom({ state: 'INTERRUPTED', playback: { hls: 'h', dash: 'd' } }))).toBeNull();
    expect(sourceOf(aRoom({ state: 'ENDED' }))).toBeNull();
  });

  it('falls back to HLS where a provider has no DASH', () => {
    expect(addressOf(hlsOnly, 'dash')).toBe('https://cdn/x.m3u8');
    expect(chooseProtocol('dash', null, hlsOnly)).toBe('hls');
  });

  it('takes the address bar before the memory, and no nonsense from either', () => {
    expect(chooseProtocol('dash', 'hls', both)).toBe('dash');
    expect(chooseProtocol(null, 'dash', both)).toBe('dash');
    expect(chooseProtocol('rtmp', 'torrent', both)).toBe('hls');
  });
});

describe('every state has its stage and its pace', () => {
  it.each(bounds.states)('%s', (state) => {
    expect(stageOf({ state, startsAt: '2026-11-22T11:00:00Z' }, now)).toBeTruthy();
    expect(pollMillis({ state, startsAt: '2026-11-22T11:00:00Z' }, now)).not.toBeUndefined();
    expect(shelfOf(state) === null).toBe(state === 'CANCELLED');
  });

  it('watches closely what may change soon and leaves alone what will not', () => {
    expect(pollMillis(aRoom({ state: 'LIVE' }), now)).toBe(2_000);
    expect(pollMillis(aRoom({ state: 'SCHEDULED', startsAt: '2026-11-22T10:01:00Z' }), now)).toBe(2_000);
    expect(pollMillis(aRoom({ state: 'SCHEDULED', startsAt: '2026-11-23T10:00:00Z' }), now)).toBe(15_000);
    expect(pollMillis(aRoom({ state: 'REPLAY_READY' }), now)).toBeNull();
  });

  it('waits without a countdown once the planned start has passed', () => {
    expect(stageOf({ state: 'READY', startsAt: '2026-11-22T10:00:01Z' }, now)).toBe('upcoming');
    expect(stageOf({ state: 'READY', startsAt: '2026-11-22T09:59:59Z' }, now)).toBe('waiting');
    expect(stageOf({ state: 'READY', startsAt: '2026-11-22T09:45:01Z' }, now)).toBe('waiting');
  });

  it('does not promise a show for any moment that should have begun long ago', () => {
    expect(stageOf({ state: 'READY', startsAt: '2026-11-22T09:45:00Z' }, now)).toBe('late');
    expect(stageOf({ state: 'SCHEDULED', startsAt: '2026-11-22T08:30:00Z' }, now)).toBe('late');
  });

  it('watches a state of a later server calmly', () => {
    const later = { state: 'TELEPORTED' as RoomState, startsAt: '2026-11-22T10:00:00Z' };
    expect(stageOf(later, now)).toBe('unknown');
    expect(pollMillis(later, now)).toBe(15_000);
  });
});

describe('renditions', () => {
  it('are named by the shorter side', () => {
    expect(renditionName({ width: 1280, height: 720 })).toBe('720p');
    expect(renditionName({ width: 720, height: 1280 })).toBe('720p');
  });

  it('are listed once each, largest first, audio left out', () => {
    const tracks = [
      { width: 640, height: 360 },
      { width: 1280, height: 720 },
      { width: 640, height: 360 },
      { width: null, height: null },
    ];
    expect(ladderOf(tracks).map(renditionName)).toEqual(['720p', '360p']);
  });
});
