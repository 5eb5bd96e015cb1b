import {
  AuthLater,
  Intents,
  Network,
  randomId,
  SessionStore,
  type Auth,
  type Ended,
  type Session,
} from '@vitrine/core';
import { useSyncExternalStore } from 'react';
import { chooseAuth } from './chooseAuth.ts';
import { platform } from './platform.ts';

const sessions = new SessionStore(platform.durable);

export const auth: Auth = new AuthLater(sessions, () => chooseAuth(sessions));
/** What every feature's own client of its capability talks through. */
export const network = new Network(platform, auth);
/** Of this tab alone: two tabs that mean the same thing mean it twice. */
export const intents = new Intents(platform.tab, newId);

/** The name of something that is to happen once. */
export function newId(): string {
  return randomId(platform);
}

export function useSession(): Session | null {
  return useSyncExternalStore(auth.subscribe, auth.current);
}

export function useEnded(): Ended | null {
  return useSyncExternalStore(auth.subscribe, auth.ended);
}
