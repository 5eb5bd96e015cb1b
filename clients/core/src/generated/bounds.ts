// Generated from functions/rooms/contract/openapi.yaml by `npm run generate`. Do not edit.

export const bounds = {
  titleMaxLength: 120,
  descriptionMaxLength: 4000,
  coverUrlMaxLength: 2048,
  tagsMax: 10,
  tagMaxLength: 30,
  kinds: ["BRAND","MARKETPLACE","PARTNER"],
  states: ["SCHEDULED","READY","LIVE","INTERRUPTED","ENDED","REPLAY_READY","CANCELLED"],
} as const;
