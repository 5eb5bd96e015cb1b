import { recall, remember } from '../../app/memory.ts';

export interface DanmakuSettings {
  readonly shown: boolean;
  /** 20 to 100, in percent. */
  readonly opacity: number;
  /** Pixels a second. */
  readonly speed: number;
  /** The share of the picture's height that may be covered, in percent. */
  readonly area: number;
  /** Letters, in percent of the usual size. */
  readonly size: number;
  /** Whether lines may overlap when the picture is full. */
  readonly dense: boolean;
}

const usual: DanmakuSettings = { shown: true, opacity: 90, speed: 144, area: 60, size: 100, dense: false };

export const bounds = {
  opacity: { min: 20, max: 100, step: 10 },
  speed: { min: 72, max: 288, step: 24 },
  area: { min: 20, max: 100, step: 20 },
  size: { min: 70, max: 160, step: 10 },
} as const;

export function recallSettings(): DanmakuSettings {
  try {
    const known = JSON.parse(recall('danmaku') ?? '{}') as Partial<DanmakuSettings>;
    return { ...usual, ...known };
  } catch {
    return usual;
  }
}

export function keepSettings(settings: DanmakuSettings): void {
  remember('danmaku', JSON.stringify(settings));
}
