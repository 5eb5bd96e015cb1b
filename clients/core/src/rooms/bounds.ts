import { CoverUrl, Description, RoomKind, RoomState, Tags, Title } from '../generated/rooms/bounds.ts';

/** The bounds of what a person types about a room, and the words that the server knows. */
export const bounds = {
  titleMaxLength: Title.maxLength,
  descriptionMaxLength: Description.maxLength,
  coverUrlMaxLength: CoverUrl.maxLength,
  tagsMax: Tags.maxItems,
  tagMaxLength: Tags.items.maxLength,
  kinds: RoomKind.enum,
  states: RoomState.enum,
} as const;
