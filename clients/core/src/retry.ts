import { backoffMillis, requestBackoff } from './backoff.ts';

/** How often one request is sent in all before its failure is the caller's. */
export const maxAttempts = 3;
/** A server that asks for a longer pause than this is answered by giving up, not by a page that hangs. */
export const maxRetryAfterSeconds = 10;
const transientStatuses = new Set([429, 502, 503, 504]);

type Fetch = (request: Request) => Promise<Response>;

/**
 * Repeats a request that may be repeated: reads, and writes that carry an Idempotency-Key, for which the server gives
 * the first answer again. Anything else is sent once.
 */
export function retrying(
  send: Fetch,
  sleep: (millis: number, signal: AbortSignal) => Promise<void> = pause,
): Fetch {
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= maxAttempts || !repeatable(request);
      // A body can be read once: every attempt but the last sends a copy.
      const outcome = await settle(send(last ? request : request.clone()));
      if (outcome.answered && !transientStatuses.has(outcome.response.status)) return outcome.response;
      const wait = outcome.answered ? retryAfterMillis(outcome.response) : null;
      if (last || request.signal.aborted || (wait !== null && wait > maxRetryAfterSeconds * 1_000)) {
        if (outcome.answered) return outcome.response;
        throw outcome.error;
      }
      await sleep(wait ?? backoffMillis(requestBackoff, attempt), request.signal);
    }
  };
}

type Outcome =
  | { readonly answered: true; readonly response: Response }
  | { readonly answered: false; readonly error: unknown };

async function settle(answer: Promise<Response>): Promise<Outcome> {
  try {
    return { answered: true, response: await answer };
  } catch (error) {
    return { answered: false, error };
  }
}

function repeatable(request: Request): boolean {
  return request.method === 'GET' || request.method === 'DELETE' || request.headers.has('Idempotency-Key');
}

function retryAfterMillis(response: Response): number | null {
  const header = response.headers.get('Retry-After');
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : null;
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
