import { recall, remember } from '../../app/memory.ts';

/** Beyond this the rooms that were asked for longest ago are forgotten. */
export const mostRooms = 50;
const key = 'ingest';

interface Memory {
  recall(key: string): string | null;
  remember(key: string, value: string): void;
}

/**
 * Where a room is pushed to. The contract tells it together with a key, which is secret and gone with its page; the address
 * is not, and is still needed after a reload.
 */
export function keepIngest(room: string, ingestUrl: string, memory: Memory = { recall, remember }): void {
  const others = kept(memory).filter(([known]) => known !== room);
  memory.remember(key, JSON.stringify([...others, [room, ingestUrl]].slice(-mostRooms)));
}

export function ingestOf(room: string, memory: Memory = { recall, remember }): string | null {
  return kept(memory).find(([known]) => known === room)?.[1] ?? null;
}

function kept(memory: Memory): readonly (readonly [string, string])[] {
  try {
    const entries: unknown = JSON.parse(memory.recall(key) ?? '[]');
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
