import { describe, expect, it } from 'vitest';
import { Recovery, type Remedy, type Sight, type Stretch } from '../src/playback/index.ts';

const lookMillis = 250;

/**
 * A playback that is watched every quarter of a second. It plays what is buffered, its edge goes on with the clock, and a
 * remedy does what it says: what each test changes is what goes wrong.
 */
class Watched {
  now = 1_000_000;
  wall = 1_764_000_000_000;
  wanted = true;
  online = true;
  opened = true;
  /** Whether it moves where it has media. */
  moves = true;
  /** Whether the origin makes media, tells of it, and sends it. */
  makes = true;
  tells = true;
  sends = true;
  /** Whether an attempt opens what it opens. */
  opens = true;
  time = 100;
  edge = 101;
  buffered: Stretch[] = [{ start: 90, end: 101 }];
  toldAt: number | null;
  heardAt: number | null;
  readonly done: Remedy[] = [];
  readonly recovery: Recovery;

  constructor(live = true) {
    this.recovery = new Recovery(live, () => 1);
    this.toldAt = this.now;
    this.heardAt = this.now;
    this.pass(4);
    expect(this.done).toEqual([]);
  }

  get kinds(): string[] {
    return this.done.map(({ kind }) => kind);
  }

  get sight(): Sight {
    const { now, wall, wanted, online, opened, time, buffered, edge, toldAt, heardAt } = this;
    return { now, wall, wanted, online, opened, time, buffered, edge, toldAt, heardAt };
  }

  pass(seconds: number): this {
    for (let left = seconds * 1_000; left > 0; left -= lookMillis) this.step();
    return this;
  }

  /** Until something is done, at most so long; tells after how many seconds. */
  until(kind: Remedy['kind'], withinSeconds = 30): number {
    const from = this.now;
    while (this.done.at(-1)?.kind !== kind) {
      if (this.now - from > withinSeconds * 1_000) throw new Error(`no ${kind}: ${this.kinds.join(', ')}`);
      this.step();
    }
    return (this.now - from) / 1_000;
  }

  step(): void {
    const seconds = lookMillis / 1_000;
    this.now += lookMillis;
    this.wall += lookMillis;
    if (this.makes) this.edge += seconds;
    if (this.tells && this.opened) this.toldAt = this.heardAt = this.now;
    if (this.sends && this.opened) this.fill();
    const here = this.buffered.find(({ start, end }) => start <= this.time && this.time < end);
    if (this.wanted && this.opened && this.moves && here !== undefined)
      this.time = Math.min(here.end, this.time + seconds);
    const remedy = this.recovery.observe(this.sight);
    if (remedy !== null) this.carryOut(remedy);
  }

  carryOut(remedy: Remedy): void {
    this.done.push(remedy);
    if (remedy.kind === 'seek') this.time = remedy.to;
    if (remedy.kind !== 'reload' && remedy.kind !== 'recreate') return;
    this.opened = this.opens;
    this.buffered = [];
    if (!this.opened) return;
    this.time = this.edge - 1;
    if (this.sends) this.buffered = [{ start: this.time, end: this.edge }];
  }

  private fill(): void {
    const last = this.buffered.at(-1);
    if (last !== undefined)
      this.buffered = [...this.buffered.slice(0, -1), { start: last.start, end: this.edge }];
  }

  get near(): boolean {
    return this.edge - this.time < 4;
  }
}

describe('a picture that plays is left alone', () => {
  it('plays for ten minutes and nothing is done', () => {
    const playback = new Watched().pass(600);
    expect(playback.done).toEqual([]);
    expect(playback.recovery.notice).toBeNull();
  });

  it('a viewer who stopped it is not disturbed, however long', () => {
    const playback = new Watched();
    playback.wanted = false;
    playback.pass(600);
    expect(playback.done).toEqual([]);
  });

  it('a page that slept has seen no stall', () => {
    const playback = new Watched();
    playback.now += 60_000;
    playback.wall += 60_000;
    playback.toldAt = playback.now;
    playback.pass(3);
    expect(playback.done).toEqual([]);
  });

  it('a viewer who went back stays there', () => {
    const playback = new Watched();
    playback.recovery.sought(playback.time - 10, playback.edge);
    playback.time -= 10;
    playback.buffered = [{ start: 80, end: playback.edge }];
    playback.pass(60);
    expect(playback.done).toEqual([]);
    expect(playback.edge - playback.time).toBeGreaterThan(8);
  });
});

describe('a picture that stands still', () => {
  it('is taken over a gap to what is buffered behind it', () => {
    const playback = new Watched();
    playback.buffered = [
      { start: 90, end: playback.time },
      { start: playback.time + 2, end: playback.edge + 2 },
    ];
    expect(playback.until('seek')).toBeLessThanOrEqual(2);
    playback.pass(3);
    expect(playback.kinds).toEqual(['seek']);
    expect(playback.recovery.notice).toBeNull();
  });

  it('is taken from far behind its buffer to where its buffer is', () => {
    const playback = new Watched();
    playback.edge += 148;
    playback.buffered = [{ start: playback.edge - 4, end: playback.edge }];
    playback.pass(10);
    expect(playback.near).toBe(true);
    expect(new Set(playback.kinds)).toEqual(new Set(['seek']));
  });

  it('with media it does not play is nudged, then taken to the edge, then opened anew', () => {
    const playback = new Watched();
    playback.moves = false;
    playback.pass(9);
    expect(playback.kinds.at(0)).toBe('seek');
    expect(playback.kinds).toContain('reload');
    playback.pass(9);
    expect(playback.kinds).toContain('recreate');
  });

  it('whose next media will never come goes to the edge, which went on', () => {
    const playback = new Watched();
    playback.sends = false;
    playback.until('seek', 10);
    expect(playback.near).toBe(true);
    playback.buffered = [{ start: playback.time - 0.1, end: playback.edge }];
    playback.sends = true;
    playback.pass(5);
    expect(playback.near).toBe(true);
  });

  it('in a hole longer than one look goes to the edge again before it is opened anew', () => {
    const playback = new Watched();
    playback.sends = false;
    playback.pass(12);
    expect(playback.kinds.slice(0, 2)).toEqual(['seek', 'seek']);
    expect(playback.near).toBe(true);
  });

  it('because the origin has nothing new waits for it, says so, and goes on by itself', () => {
    const playback = new Watched();
    playback.makes = false;
    playback.pass(10);
    expect(playback.done).toEqual([]);
    expect(playback.recovery.notice).toBe('late');
    playback.makes = true;
    playback.pass(3);
    expect(playback.recovery.notice).toBeNull();
    expect(playback.near).toBe(true);
  });

  it('does not believe for ever that the origin has nothing new', () => {
    const playback = new Watched();
    playback.makes = false;
    playback.until('reload', 25);
  });

  it('while nothing is heard is opened anew, then with a new engine, again and again', () => {
    const playback = new Watched();
    Object.assign(playback, { makes: false, tells: false, sends: false });
    expect(playback.until('reload', 12)).toBeLessThanOrEqual(8);
    playback.opens = false;
    playback.pass(120);
    expect(playback.kinds.filter((kind) => kind === 'recreate').length).toBeGreaterThanOrEqual(20);
    expect(playback.recovery.notice).toBe('reconnecting');
    expect(playback.recovery.hopeless).toBe(true);
    Object.assign(playback, { makes: true, tells: true, sends: true, opens: true });
    playback.pass(10);
    expect(playback.near).toBe(true);
    expect(playback.recovery.notice).toBeNull();
    expect(playback.recovery.hopeless).toBe(false);
  });

  it('of a replay is not disturbed while its media comes, however slowly, and opened anew when nothing does', () => {
    const playback = new Watched(false);
    Object.assign(playback, { makes: false, sends: false, tells: false });
    playback.buffered = [{ start: 90, end: playback.time }];
    for (let seconds = 0; seconds < 60; seconds++) {
      playback.heardAt = playback.now;
      playback.pass(1);
    }
    expect(playback.done).toEqual([]);
    expect(playback.until('reload')).toBeLessThanOrEqual(6);
  });

  it('that hops from hole to hole is opened anew', () => {
    const playback = new Watched();
    for (let hops = 0; hops < 6 && playback.done.length === 0; hops++) {
      playback.pass(0.5);
      playback.time += 0.9;
      playback.edge += 0.9;
      playback.buffered = [{ start: playback.time - 0.1, end: playback.edge }];
    }
    expect(playback.kinds).toEqual(['reload']);
  });
});

describe('an engine that fails', () => {
  it('is given a moment, then opened anew, and its successors wait longer, never more than three seconds', () => {
    const playback = new Watched();
    const waits: number[] = [];
    playback.opens = false;
    for (let failures = 0; failures < 8; failures++) {
      const before = playback.done.length;
      const from = playback.now;
      playback.recovery.failed(playback.now);
      while (playback.done.length === before) playback.step();
      waits.push((playback.now - from) / 1_000);
    }
    expect(waits[0]).toBeLessThanOrEqual(0.5);
    expect(Math.max(...waits)).toBeLessThanOrEqual(3);
    expect(playback.kinds[0]).toBe('reload');
    expect(new Set(playback.kinds.slice(1))).toEqual(new Set(['recreate']));
  });

  it('of a replay is opened anew as well', () => {
    const playback = new Watched(false);
    playback.recovery.failed(playback.now);
    playback.until('reload', 2);
  });

  it('is not opened while the viewer wants no picture, and at once when they do', () => {
    const playback = new Watched();
    playback.wanted = false;
    playback.recovery.failed(playback.now);
    playback.pass(60);
    expect(playback.done).toEqual([]);
    playback.wanted = true;
    expect(playback.until('reload', 1)).toBeLessThanOrEqual(0.5);
  });

  it('hopes anew when the viewer tries again', () => {
    const playback = new Watched();
    playback.opens = false;
    playback.recovery.failed(playback.now);
    playback.pass(60);
    expect(playback.recovery.hopeless).toBe(true);
    playback.recovery.again();
    expect(playback.recovery.hopeless).toBe(false);
  });
});

describe('an attempt', () => {
  it('that hears answers gets more time than one that hears nothing', () => {
    const deaf = new Watched();
    const hearing = new Watched();
    for (const playback of [deaf, hearing]) {
      playback.opens = false;
      playback.recovery.failed(playback.now);
      playback.until('reload');
    }
    const begun = hearing.now;
    while (hearing.kinds.length === 1) {
      hearing.heardAt = hearing.now;
      hearing.step();
    }
    expect(deaf.until('recreate')).toBeLessThan((hearing.now - begun) / 1_000);
  });
});

describe('without a network', () => {
  const offline = () => {
    const playback = new Watched();
    Object.assign(playback, { online: false, tells: false, sends: false });
    return playback;
  };

  it('what is buffered is played in peace', () => {
    const playback = offline().pass(0.5);
    expect(playback.recovery.notice).toBeNull();
  });

  it('it is said, and attempts are rare: the platform may be wrong', () => {
    const playback = offline().pass(9);
    expect(playback.recovery.notice).toBe('offline');
    expect(playback.done).toEqual([]);
    playback.opens = false;
    playback.pass(60);
    expect(playback.done.length).toBeGreaterThan(2);
    expect(playback.done.length).toBeLessThan(8);
  });

  it('it goes on by itself at the moment the network is back', () => {
    const playback = offline().pass(30);
    const before = playback.done.length;
    Object.assign(playback, { online: true, tells: true, sends: true });
    playback.pass(0.5);
    expect(playback.done.length).toBe(before + 1);
    playback.pass(2);
    expect(playback.near).toBe(true);
    expect(playback.recovery.notice).toBeNull();
  });
});

describe('a clock that jumps', () => {
  it.each([-3_600_000, -3_000, 3_000, 86_400_000])(
    'by %d ms opens a live picture anew, at once',
    (millis) => {
      const playback = new Watched();
      playback.wall += millis;
      expect(playback.until('reload', 1)).toBeLessThanOrEqual(0.5);
      playback.pass(20);
      expect(playback.kinds).toEqual(['reload']);
    },
  );

  it('by less than anybody notices does nothing', () => {
    const playback = new Watched();
    playback.wall += 1_500;
    playback.pass(10);
    expect(playback.done).toEqual([]);
  });

  it('is nothing to a replay', () => {
    const playback = new Watched(false);
    playback.wall += 3_600_000;
    playback.pass(10);
    expect(playback.done).toEqual([]);
  });

  it('while the picture is stopped is healed when it goes on', () => {
    const playback = new Watched();
    playback.wanted = false;
    playback.wall += 3_600_000;
    playback.pass(10);
    expect(playback.done).toEqual([]);
    playback.wanted = true;
    playback.until('reload', 1);
  });
});

describe('a picture that plays far behind', () => {
  it('jumps into what is loaded', () => {
    const playback = new Watched();
    playback.time -= 8;
    playback.pass(2);
    expect(playback.near).toBe(true);
    expect(playback.kinds).toEqual(['seek']);
  });

  it('of a replay stays where it is', () => {
    const playback = new Watched(false);
    playback.time -= 8;
    playback.pass(10);
    expect(playback.done).toEqual([]);
  });
});

describe('repeated stalls', () => {
  const stall = (playback: Watched) => {
    playback.moves = false;
    playback.pass(0.75);
    playback.moves = true;
    playback.pass(5);
  };

  it('three within a minute lead to the ordinary latency, once, and it is said', () => {
    const playback = new Watched();
    stall(playback);
    stall(playback);
    expect(playback.kinds).not.toContain('relax');
    stall(playback);
    expect(playback.kinds.filter((kind) => kind === 'relax')).toHaveLength(1);
    expect(playback.recovery.notice).toBe('relaxed');
    playback.pass(60);
    expect(playback.recovery.notice).toBeNull();
    for (let more = 0; more < 4; more++) stall(playback);
    expect(playback.kinds.filter((kind) => kind === 'relax')).toHaveLength(1);
  });

  it('now and then are the way of networks', () => {
    const playback = new Watched();
    for (let times = 0; times < 6; times++) {
      stall(playback);
      playback.pass(40);
    }
    expect(playback.kinds).not.toContain('relax');
  });
});

describe('"Go to live" always works', () => {
  const press = (playback: Watched) => playback.carryOut(playback.recovery.toLive(playback.sight));

  it('it seeks to the edge of what is told', () => {
    const playback = new Watched();
    playback.time -= 10;
    press(playback);
    expect(playback.near).toBe(true);
    expect(playback.kinds).toEqual(['seek']);
  });

  it('it seeks to the edge of what is buffered while nothing is told', () => {
    const playback = new Watched();
    Object.assign(playback, { tells: false, sends: false, wanted: false });
    playback.pass(10);
    press(playback);
    expect(playback.done.at(-1)).toEqual({ kind: 'seek', to: playback.buffered.at(-1)!.end - 0.7 });
  });

  it('it opens the picture anew where there is nothing to seek to', () => {
    const playback = new Watched();
    playback.buffered = [];
    playback.tells = false;
    playback.wanted = false;
    playback.pass(10);
    press(playback);
    expect(playback.kinds).toEqual(['reload']);
  });

  it('it does so at once while the engine has failed', () => {
    const playback = new Watched();
    playback.recovery.failed(playback.now);
    press(playback);
    expect(playback.kinds).toEqual(['reload']);
  });

  it('a seek that did not lead there is followed by an attempt', () => {
    const playback = new Watched();
    playback.recovery.sought(playback.time - 20, playback.edge);
    playback.time -= 20;
    playback.buffered = [{ start: 70, end: playback.edge }];
    const remedy = playback.recovery.toLive(playback.sight);
    expect(remedy.kind).toBe('seek');
    // Whatever the reason, the playhead stays where it was.
    for (let looks = 0; looks < 40 && !playback.kinds.includes('reload'); looks++) {
      playback.step();
      if (playback.done.at(-1)?.kind === 'seek') playback.time = playback.edge - 20;
    }
    expect(playback.kinds).toContain('reload');
  });

  it('it ends what a viewer who went back had chosen', () => {
    const playback = new Watched();
    playback.recovery.sought(playback.time - 10, playback.edge);
    playback.time -= 10;
    press(playback);
    playback.time -= 10;
    playback.pass(3);
    expect(playback.near).toBe(true);
  });
});
