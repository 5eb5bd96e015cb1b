import type { GiftShown } from './types.ts';

/** Banners on the picture at once. */
export const mostBanners = 3;
/** Gifts that wait for a place; of more the cheapest is left out (the talk still tells it). */
export const mostWaitingBanners = 30;
/** Gifts that wait for the whole picture; of more the cheapest is left out (its banner still comes). */
export const mostWaitingSpectacles = 5;
/** How long a banner stays after its last change. */
export const bannerMillis = 4_000;
/** How long it stays when others wait for its place. */
export const hurriedMillis = 1_500;
export const spectacleMillis = 4_500;
/** What a gift must cost in all to be given the whole picture. */
export const spectacularCoins = 99;

export interface Banner {
  /** The same for as long as the banner stays, however far its combo goes. */
  readonly key: string;
  readonly gift: GiftShown;
  /** Of the last change. */
  readonly at: number;
}

export interface Spectacle {
  readonly gift: GiftShown;
  readonly until: number;
}

/** What is shown over a picture of the gifts that a room hears. */
export interface GiftShow {
  readonly banners: readonly Banner[];
  readonly waiting: readonly GiftShown[];
  /** One at a time. */
  readonly spectacle: Spectacle | null;
  readonly spectacles: readonly GiftShown[];
}

export const emptyShow: GiftShow = { banners: [], waiting: [], spectacle: null, spectacles: [] };

/** The show after one more gift. A combo that goes on counts up where it stands and takes no place of its own. */
export function heard(show: GiftShow, gift: GiftShown, now: number): GiftShow {
  const spectacles =
    gift.coins < spectacularCoins
      ? show.spectacles
      : bounded([...show.spectacles, gift], mostWaitingSpectacles + (show.spectacle === null ? 1 : 0));
  return passed({ ...banner(show, gift, now), spectacles }, now);
}

function banner(show: GiftShow, gift: GiftShown, now: number): GiftShow {
  if (show.banners.some((shown) => goesOn(shown.gift, gift))) {
    const banners = show.banners.map((shown) =>
      goesOn(shown.gift, gift) ? { ...shown, gift, at: now } : shown,
    );
    return { ...show, banners };
  }
  if (show.waiting.some((waiting) => goesOn(waiting, gift))) {
    return { ...show, waiting: show.waiting.map((waiting) => (goesOn(waiting, gift) ? gift : waiting)) };
  }
  const places = mostBanners - show.banners.length;
  return { ...show, waiting: bounded([...show.waiting, gift], mostWaitingBanners + places) };
}

/** The show at `now`: what had its time is gone, what waited takes its place. */
export function passed(show: GiftShow, now: number): GiftShow {
  const lasting = show.banners.filter(({ at }) => at + bannerMillis > now);
  const wanted = Math.max(0, show.waiting.length - (mostBanners - lasting.length));
  const hurried = lasting
    .filter(({ at }) => at + hurriedMillis <= now)
    .sort((one, other) => one.at - other.at)
    .slice(0, wanted);
  const staying = lasting.filter((shown) => !hurried.includes(shown));
  const entering = show.waiting.slice(0, mostBanners - staying.length);
  return {
    banners: [...staying, ...entering.map((gift) => ({ key: gift.id, gift, at: now }))],
    waiting: show.waiting.slice(entering.length),
    ...wholePicture(show, now),
  };
}

function wholePicture({ spectacle, spectacles }: GiftShow, now: number) {
  if (spectacle !== null && spectacle.until > now) return { spectacle, spectacles };
  const [gift, ...waiting] = spectacles;
  return {
    spectacle: gift === undefined ? null : { gift, until: now + spectacleMillis },
    spectacles: waiting,
  };
}

/** When `passed` has something to do; null when nothing is shown. */
export function nextChange(show: GiftShow): number | null {
  const stays = show.waiting.length > 0 ? hurriedMillis : bannerMillis;
  const times = show.banners.map(({ at }) => at + stays);
  if (show.spectacle !== null) times.push(show.spectacle.until);
  return times.length === 0 ? null : Math.min(...times);
}

function goesOn(shown: GiftShown, gift: GiftShown): boolean {
  return shown.viewer === gift.viewer && shown.gift === gift.gift && gift.combo > shown.combo;
}

/** Without the cheapest, of equals the youngest, as long as there are more than `most`. */
function bounded(gifts: readonly GiftShown[], most: number): readonly GiftShown[] {
  if (gifts.length <= most) return gifts;
  const cheapest = gifts.reduce((least, gift, i) => (gift.coins <= gifts[least]!.coins ? i : least), 0);
  return gifts.filter((_, i) => i !== cheapest);
}
