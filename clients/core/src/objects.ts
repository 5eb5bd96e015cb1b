import type { Platform } from './platform.ts';

/** A JSON object of the CDN; null when it is not there. Rejects when it was not reached, or was cut short. */
export async function readObject<T>(platform: Pick<Platform, 'send'>, address: string): Promise<T | null> {
  const answer = await platform.send({ method: 'GET', url: address, headers: {}, body: null });
  return answer.status === 200 ? (JSON.parse(await answer.text()) as T) : null;
}
