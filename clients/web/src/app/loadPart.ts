import { tabStore } from './memory.ts';

const pauseMillis = 400;
/** A page that was loaded anew this recently is not loaded anew again: what is missing would stay missing. */
const patienceMillis = 60_000;
const key = 'vitrine.reloadedAt';

/**
 * Loads a part of the page when it is needed. A deploy takes the files of the page before it away: whoever still has that
 * page open gets the new one, once, at the same address. What then still fails is the caller's to tell.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    // Perhaps only the network: once more.
  }
  await new Promise((resolve) => setTimeout(resolve, pauseMillis));
  try {
    return await load();
  } catch (failure) {
    if (!mayReload()) throw failure;
    window.location.reload();
    // The page goes; nobody waits for this.
    return new Promise(() => undefined);
  }
}

function mayReload(): boolean {
  if (!navigator.onLine) return false;
  const store = tabStore();
  const last = Number(store.getItem(key) ?? 0);
  if (Date.now() - last < patienceMillis) return false;
  store.setItem(key, String(Date.now()));
  return true;
}
