import type { KeyValueStore } from '../platform.ts';

/** What was asked of the issuer and is not answered yet; it never leaves this window. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

const key = 'vitrine.oidc.pending';

export function keepPending(store: KeyValueStore, pending: Pending): void {
  store.setItem(key, JSON.stringify(pending));
}

/** Can be taken once. */
export function takePending(store: KeyValueStore): Pending | null {
  const text = store.getItem(key);
  store.removeItem(key);
  try {
    return text === null ? null : (JSON.parse(text) as Pending);
  } catch {
    return null;
  }
}
