export * from './acts.ts';
export * from './client.ts';
export * from './cursor.ts';
export * from './moderation.ts';
export * from './replay.ts';
export * from './segments.ts';
export * from './types.ts';
export * from './view.ts';
