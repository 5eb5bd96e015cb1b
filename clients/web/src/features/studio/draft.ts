import {
  bounds,
  parseTags,
  type NewRoom,
  type Room,
  type RoomChange,
  type RoomKind,
} from '@vitrine/core/rooms';
import type { Key } from './texts/index.ts';

/** A room as the form holds it: texts as typed. */
export interface Draft {
  readonly title: string;
  readonly description: string;
  readonly kind: RoomKind;
  readonly startsAt: string;
  readonly tags: string;
  readonly coverUrl: string;
}

export type Field = keyof Draft;
export interface Fault {
  readonly key: Key;
  readonly max?: number;
}
export type Faults = Partial<Record<Field, Fault>>;

export const emptyDraft: Draft = {
  title: '',
  description: '',
  kind: 'BRAND',
  startsAt: '',
  tags: '',
  coverUrl: '',
};
const webAddress = /^https:\/\/[^/?#@\s]+([/?#]\S*)?$/;
const yearMillis = 365 * 24 * 3_600_000;

export function draftOf(room: Room): Draft {
  return {
    title: room.title,
    description: room.description,
    kind: room.kind,
    startsAt: localInput(room.startsAt),
    tags: room.tags.join(', '),
    coverUrl: room.coverUrl ?? '',
  };
}

/** The contract's bounds, told before the server has to. Lengths count characters as a reader does; a cover that was there is not judged again. */
export function faultsOf(draft: Draft, now: number, before: Draft = emptyDraft): Faults {
  const faults: { -readonly [F in Field]?: Fault } = {};
  if (draft.title.trim() === '') faults.title = { key: 'form.error.required' };
  if (length(draft.title.trim()) > bounds.titleMaxLength) faults.title = tooLong(bounds.titleMaxLength);
  if (length(draft.description) > bounds.descriptionMaxLength)
    faults.description = tooLong(bounds.descriptionMaxLength);
  const { fault } = tagsOf(draft);
  if (fault === 'tooMany') faults.tags = { key: 'form.error.tooManyTags', max: bounds.tagsMax };
  if (fault === 'tooLong') faults.tags = { key: 'form.error.tagTooLong', max: bounds.tagMaxLength };
  if (draft.coverUrl !== '' && draft.coverUrl !== before.coverUrl && !webAddress.test(draft.coverUrl))
    faults.coverUrl = { key: 'form.error.address' };
  if (length(draft.coverUrl) > bounds.coverUrlMaxLength) faults.coverUrl = tooLong(bounds.coverUrlMaxLength);
  if (draft.startsAt !== '' && Date.parse(draft.startsAt) > now + yearMillis)
    faults.startsAt = { key: 'form.error.tooFar' };
  return faults;
}

export function newRoomOf(draft: Draft): NewRoom {
  return {
    title: draft.title.trim(),
    kind: draft.kind,
    ...(draft.description !== '' && { description: draft.description }),
    ...(draft.coverUrl !== '' && { coverUrl: draft.coverUrl }),
    ...(draft.tags.trim() !== '' && { tags: tagsOf(draft).tags }),
    ...(draft.startsAt !== '' && { startsAt: new Date(draft.startsAt).toISOString() }),
  };
}

/** Only what differs; null when nothing does. */
export function changeOf(draft: Draft, room: Room): RoomChange | null {
  const before = draftOf(room);
  const { tags } = tagsOf(draft);
  const change: RoomChange = {
    ...(draft.title.trim() !== before.title && { title: draft.title.trim() }),
    ...(draft.description !== before.description && { description: draft.description }),
    ...(draft.kind !== before.kind && { kind: draft.kind }),
    ...(draft.coverUrl !== before.coverUrl && { coverUrl: draft.coverUrl || null }),
    ...(tags.join() !== room.tags.join() && { tags }),
    ...(draft.startsAt !== '' &&
      draft.startsAt !== before.startsAt && { startsAt: new Date(draft.startsAt).toISOString() }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

function tagsOf(draft: Draft) {
  return parseTags(draft.tags, { max: bounds.tagsMax, maxLength: bounds.tagMaxLength });
}

const length = (text: string) => [...text].length;
const tooLong = (max: number): Fault => ({ key: 'form.error.tooLong', max });

/** What `<input type="datetime-local">` wants: the reader's own clock, to the minute. */
function localInput(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
