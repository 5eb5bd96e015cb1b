export * from './auth.ts';
export * from './refusal.ts';
