import { describe, expect, it } from 'vitest';
import {
  bannerMillis,
  emptyShow,
  heard,
  hurriedMillis,
  mostBanners,
  mostWaitingBanners,
  mostWaitingSpectacles,
  nextChange,
  passed,
  spectacleMillis,
  spectacularCoins,
  type GiftShow,
  type GiftShown,
} from '../src/ledger/index.ts';
import { aGift } from './fixtures.ts';

let given = 0;
const gift = (change: Partial<GiftShown> = {}) => aGift({ id: `g${++given}`, ...change });
const from = (viewer: number, change: Partial<GiftShown> = {}) =>
  gift({ viewer: `viewer${viewer}`, name: `V${viewer}`, ...change });
const crowd = (count: number, now = 0): GiftShow =>
  Array.from({ length: count }, (_, i) => from(i)).reduce((show, each) => heard(show, each, now), emptyShow);
const names = (show: GiftShow) => show.banners.map((banner) => banner.gift.name);

describe('the banners of gifts', () => {
  it('come at once and leave after their time', () => {
    const show = heard(emptyShow, gift(), 1_000);
    expect(names(show)).toEqual(['Ann']);
    expect(nextChange(show)).toBe(1_000 + bannerMillis);
    expect(names(passed(show, 1_000 + bannerMillis - 1))).toEqual(['Ann']);
    const gone = passed(show, 1_000 + bannerMillis);
    expect(gone).toEqual(emptyShow);
    expect(nextChange(gone)).toBeNull();
  });

  it('count a combo up where it stands, and stay for it', () => {
    const first = heard(emptyShow, gift({ combo: 1 }), 0);
    const third = heard(heard(first, gift({ combo: 2 }), 3_000), gift({ combo: 3 }), 6_000);
    expect(third.banners).toMatchObject([{ key: first.banners[0]!.key, gift: { combo: 3 }, at: 6_000 }]);
  });

  it('keep apart other givers, other gifts and a combo that began anew', () => {
    const show = [
      gift({ combo: 7 }),
      gift({ combo: 1, viewer: 'bbbbbbbbbbbbbbbb' }),
      gift({ combo: 2, gift: 'heart' }),
      gift({ combo: 1 }),
    ].reduce((before, each) => heard(before, each, 0), emptyShow);
    expect(show.banners.length + show.waiting.length).toBe(4);
  });

  it('are a few at once; the others wait in order and hurry those before them', () => {
    const show = crowd(mostBanners + 2);
    expect(names(show)).toEqual(['V0', 'V1', 'V2']);
    expect(nextChange(show)).toBe(hurriedMillis);
    const later = passed(show, hurriedMillis);
    expect(names(later)).toEqual(['V2', 'V3', 'V4']);
    expect(nextChange(later), 'nobody waits any more').toBe(bannerMillis);
  });

  it('count the combo of one that waits without another place', () => {
    const last = mostBanners;
    const show = heard(crowd(last + 1), from(last, { combo: 2 }), 10);
    expect(show.waiting).toMatchObject([{ viewer: `viewer${last}`, combo: 2 }]);
  });

  it('are bounded: in a flood the cheapest is left out, never the costly', () => {
    const costly = from(1_000, { coins: spectacularCoins - 1 });
    let show = heard(crowd(mostBanners + mostWaitingBanners), costly, 0);
    for (let i = 0; i < 200; i++) show = heard(show, from(2_000 + i), 0);
    expect(show.waiting).toHaveLength(mostWaitingBanners);
    expect(show.waiting).toContain(costly);
    expect(show.banners).toHaveLength(mostBanners);
  });
});

describe('the whole picture', () => {
  const castle = (viewer: number, coins = 5_200) => from(viewer, { gift: 'castle', coins });

  it('is for costly gifts alone', () => {
    expect(heard(emptyShow, gift({ coins: spectacularCoins - 1 }), 0).spectacle).toBeNull();
    expect(heard(emptyShow, gift({ coins: spectacularCoins }), 0).spectacle).not.toBeNull();
  });

  it('is given to one after another', () => {
    const show = heard(heard(emptyShow, castle(1), 0), castle(2), 100);
    expect(show.spectacle).toMatchObject({ gift: { name: 'V1' }, until: spectacleMillis });
    const next = passed(show, spectacleMillis);
    expect(next.spectacle).toMatchObject({ gift: { name: 'V2' }, until: 2 * spectacleMillis });
    expect(passed(next, 2 * spectacleMillis).spectacle).toBeNull();
  });

  it('is bounded: of too many the cheapest is left out', () => {
    let show = heard(emptyShow, castle(0), 0);
    for (let i = 1; i <= mostWaitingSpectacles + 3; i++) show = heard(show, castle(i, 100 + i), 0);
    expect(show.spectacles.map(({ coins }) => coins)).toEqual([104, 105, 106, 107, 108]);
  });
});

it('ends by itself, whatever was heard', () => {
  let show = crowd(500);
  let now = 0;
  let changes = 0;
  for (let at = nextChange(show); at !== null; at = nextChange(show)) {
    expect(at, 'time goes on').toBeGreaterThan(now);
    now = at;
    show = passed(show, now);
    expect(++changes, 'each change brings the end nearer').toBeLessThan(100);
  }
  expect(show).toEqual(emptyShow);
});
