import { bounds, type ListQuery, type Room, type RoomKind, type Shelf, shelves } from '@vitrine/core/rooms';

/** What the home page shows, as its address says it. */
export interface Filters {
  readonly show: Shelf | null;
  readonly kind: RoomKind | null;
  readonly tag: string | null;
}

export function readFilters(query: URLSearchParams): Filters {
  const [show, kind, tag] = [query.get('show'), query.get('kind'), query.get('tag')];
  return {
    show: show !== null && Object.hasOwn(shelves, show) ? (show as Shelf) : null,
    kind: bounds.kinds.find((each) => each === kind) ?? null,
    tag: tag !== null && tag !== '' && [...tag].length <= bounds.tagMaxLength ? tag : null,
  };
}

export function addressOf(filters: Filters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== null) query.set(name, value);
  return query.size > 0 ? `/?${query}` : '/';
}

export function queryFor(shelf: Shelf, { kind, tag }: Filters, limit: number): ListQuery {
  return { states: shelves[shelf], ...(kind && { kind }), ...(tag && { tag }), limit };
}

/** The tags that most of these rooms bear; the one in use always among them. */
export function commonTags(rooms: readonly Room[], active: string | null, most: number): string[] {
  const uses = new Map<string, number>();
  for (const tag of rooms.flatMap((room) => room.tags)) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const byUse = [...uses].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
  const shown = byUse.slice(0, most);
  return active === null || shown.includes(active) ? shown : [active, ...shown.slice(0, most - 1)];
}
