import {
  Intents,
  LedgerApi,
  LocalAuth,
  ModerationApi,
  RoomsApi,
  SessionStore,
  type Auth,
  type Session,
} from '@vitrine/core';
import { useSyncExternalStore } from 'react';
import { durableStore, tabStore } from './memory.ts';

/** What the pages talk to. The API lives where the page was served from; another issuer replaces `LocalAuth` here. */
const baseUrl = window.location.origin;

export const auth: Auth = new LocalAuth(new SessionStore(durableStore()), baseUrl);
export const api = new RoomsApi({ baseUrl, token: () => auth.token() });

export const ledger = new LedgerApi({ baseUrl, token: () => auth.token() });
/** Of this tab alone: two tabs that mean the same thing mean it twice. */
export const intents = new Intents(tabStore());

export const moderation = new ModerationApi({ baseUrl, token: () => auth.token() });
export const socketAddress = `${baseUrl.replace(/^http/, 'ws')}/v1/sockets`;
export const replayTalk = (room: string) => `${baseUrl}/media/chat/${room}/replay/`;

export function useSession(): Session | null {
  return useSyncExternalStore(auth.subscribe, auth.current);
}
