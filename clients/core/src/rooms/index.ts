export * from './api.ts';
export * from './bounds.ts';
export * from './playback.ts';
export * from './rooms.ts';
