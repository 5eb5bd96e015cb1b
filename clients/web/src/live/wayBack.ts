import type { Room } from '@vitrine/core/rooms';
import { tabStore } from '../app/memory.ts';

/** The room that was left to buy coins. It lasts over the payment provider's page, in this tab alone. */
export interface WayBack {
  readonly room: string;
  readonly title: string;
}

const key = 'vitrine.wayBack';

export function leaveForWallet({ id, title }: Pick<Room, 'id' | 'title'>, store = tabStore()): void {
  try {
    store.setItem(key, JSON.stringify({ room: id, title } satisfies WayBack));
  } catch {
    // Full: the browser's own way back remains.
  }
}

export function wayBack(store = tabStore()): WayBack | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? 'null');
    return isWayBack(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Once somebody is in a room again, there is nothing to go back to. */
export function arrived(store = tabStore()): void {
  store.removeItem(key);
}

function isWayBack(value: unknown): value is WayBack {
  if (typeof value !== 'object' || value === null) return false;
  const { room, title } = value as Record<string, unknown>;
  return typeof room === 'string' && /^[0-9a-f-]{36}$/.test(room) && typeof title === 'string';
}
