import { isShown, type ChatItem, type Removal, type Segment, type ShownItem } from './types.ts';

/** A segment without what was taken back since it was written: a cache may hold one that tells it still. */
export function without(segment: Segment, removed: readonly Removal[]): Segment {
  const items = segment.items.flatMap((item): ChatItem[] => {
    if (!removed.some((removal) => takes(removal, item))) return [item];
    if (isShown(item)) return [nameless(item)];
    return item.kind === 'danmaku' ? [] : [item];
  });
  return { ...segment, items };
}

function takes({ seq, message, viewer }: Removal, item: ChatItem): boolean {
  if (message !== undefined) return item.seq === message;
  return viewer !== undefined && item.seq < seq && viewerOf(item) === viewer;
}

function viewerOf(item: ChatItem): unknown {
  if (isShown(item)) return named(item.body);
  return item.kind === 'danmaku' ? item.by.viewer : undefined;
}

const nameless = (item: ShownItem): ShownItem => ({ ...item, body: withoutName(item.body) });

/** Whom an item of another capability names, as rooms name people. */
export const named = (body: unknown): unknown => (body as { viewer?: unknown } | null)?.viewer;

export const withoutName = <T>(body: T): T =>
  typeof (body as { name?: unknown } | null)?.name === 'string' ? { ...body, name: '' } : body;
