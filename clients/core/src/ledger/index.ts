export * from './api.ts';
export * from './export.ts';
export * from './giftShow.ts';
export * from './giving.ts';
export * from './house.ts';
export * from './types.ts';
