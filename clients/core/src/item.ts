import type { RoomItems } from './generated/events.ts';

/** A kind of item that another capability shows in rooms, as a client knows it. */
export interface ItemKind<T = unknown> {
  /** What the items call it. */
  readonly name: string;
  /** Whether one of it stands in the room until it ends (`as: state` of its event). */
  readonly stands?: boolean;
  /** Whether the body of an item is one; others are passed over, for a later server may show what this client does not know. */
  readonly accepts: (body: unknown) => body is T;
  /** Whether the second goes on what the first began, and takes its line. */
  goesOn?(first: T, second: T): boolean;
}

/** A kind that an event declares (functions/<capability>/events), with the body that its schema lets out. */
export type ShownKind<K extends keyof RoomItems> = ItemKind<RoomItems[K]> & { readonly name: K };

export type ItemKinds = Readonly<Record<string, ItemKind>>;
