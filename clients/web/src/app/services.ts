import { LocalAuth, RoomsApi, SessionStore, type Auth, type Session } from '@vitrine/core';
import { useSyncExternalStore } from 'react';
import { durableStore } from './memory.ts';

/** What the pages talk to. The API lives where the page was served from; another issuer replaces `LocalAuth` here. */
const baseUrl = window.location.origin;

export const auth: Auth = new LocalAuth(new SessionStore(durableStore()), baseUrl);
export const api = new RoomsApi({ baseUrl, token: () => auth.token() });

export function useSession(): Session | null {
  return useSyncExternalStore(auth.subscribe, auth.current);
}
