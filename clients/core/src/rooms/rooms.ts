import type { components } from '../generated/rooms/openapi.ts';

type Schemas = components['schemas'];
export type Room = Schemas['Room'];
export type RoomState = Schemas['RoomState'];
export type RoomKind = Schemas['RoomKind'];
export type RoomPage = Schemas['RoomPage'];
export type NewRoom = Schemas['RoomRequest'];
export type RoomChange = Schemas['RoomChange'];
export type StreamKey = Schemas['StreamKey'];

/** The three shelves of the home page, and the states each one shows. */
export const shelves = {
  live: ['LIVE', 'INTERRUPTED'],
  upcoming: ['SCHEDULED', 'READY'],
  replays: ['REPLAY_READY', 'ENDED'],
} as const satisfies Record<string, readonly RoomState[]>;

export type Shelf = keyof typeof shelves;

export function shelfOf(state: RoomState): Shelf | null {
  const found = (Object.keys(shelves) as Shelf[]).find((shelf) =>
    (shelves[shelf] as readonly RoomState[]).includes(state),
  );
  return found ?? null;
}

/** The moves a streamer may make; the server decides again. */
export const may = {
  issueKey: (state: RoomState) => ['SCHEDULED', 'READY', 'LIVE', 'INTERRUPTED'].includes(state),
  end: (state: RoomState) => state === 'LIVE' || state === 'INTERRUPTED',
  cancel: (state: RoomState) => state === 'SCHEDULED' || state === 'READY',
  edit: (state: RoomState) => ['SCHEDULED', 'READY', 'LIVE', 'INTERRUPTED'].includes(state),
  reschedule: (state: RoomState) => state === 'SCHEDULED' || state === 'READY',
};

export type TagsInput = { readonly tags: string[]; readonly fault: 'tooMany' | 'tooLong' | null };

/** Tags as a person types them: separated by commas of either language or new lines; repeats and blanks are dropped. */
export function parseTags(text: string, limits: { max: number; maxLength: number }): TagsInput {
  const words = text.split(/[,，、;\n]/).map((word) => word.trim().replace(/^#/, ''));
  const tags = [...new Set(words.filter((word) => word !== ''))];
  if (tags.length > limits.max) return { tags, fault: 'tooMany' };
  if (tags.some((tag) => [...tag].length > limits.maxLength)) return { tags, fault: 'tooLong' };
  return { tags, fault: null };
}
