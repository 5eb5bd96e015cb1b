import { Aborted, type Signal } from './abort.ts';
import { backoffMillis, requestBackoff } from './backoff.ts';
import type { HttpRequest, HttpResponse } from './platform.ts';

/** How often one request is sent in all before its failure is the caller's. */
export const maxAttempts = 3;
/** A server that asks for a longer pause than this is answered by giving up, not by a page that hangs. */
export const maxRetryAfterSeconds = 10;
const transientStatuses = new Set([429, 502, 503, 504]);

type Send = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * Repeats a request that may be repeated: reads, and writes that carry an Idempotency-Key, for which the server gives
 * the first answer again. Anything else is sent once.
 */
export function retrying(
  send: Send,
  sleep: (millis: number, signal: Signal | undefined) => Promise<void> = pause,
): Send {
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await settle(send(request));
      if (outcome.answered && !transientStatuses.has(outcome.response.status)) return outcome.response;
      const wait = outcome.answered ? retryAfterMillis(outcome.response) : null;
      const last = attempt >= maxAttempts || !repeatable(request) || request.signal?.aborted === true;
      if (last || (wait !== null && wait > maxRetryAfterSeconds * 1_000)) {
        if (outcome.answered) return outcome.response;
        throw outcome.error;
      }
      await sleep(wait ?? backoffMillis(requestBackoff, attempt), request.signal);
    }
  };
}

type Outcome =
  | { readonly answered: true; readonly response: HttpResponse }
  | { readonly answered: false; readonly error: unknown };

async function settle(answer: Promise<HttpResponse>): Promise<Outcome> {
  try {
    return { answered: true, response: await answer };
  } catch (error) {
    return { answered: false, error };
  }
}

function repeatable({ method, headers }: HttpRequest): boolean {
  return method === 'GET' || method === 'DELETE' || headers['Idempotency-Key'] !== undefined;
}

function retryAfterMillis(response: HttpResponse): number | null {
  const header = response.header('Retry-After');
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : null;
}

function pause(millis: number, signal: Signal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Aborted('not wanted any more'));
    });
  });
}
