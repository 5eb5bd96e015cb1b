import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './generated/api.ts';
import { problemOf, Unreachable } from './problem.ts';
import { retrying } from './retry.ts';
import type { NewRoom, Room, RoomChange, RoomKind, RoomPage, RoomState, StreamKey } from './rooms.ts';

export interface ListQuery {
  readonly states?: readonly RoomState[];
  readonly kind?: RoomKind;
  readonly tag?: string;
  readonly streamer?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** What a conditional read found: something new with its tag, or that nothing changed. */
export type Reading<T> =
  { readonly changed: true; readonly value: T; readonly etag: string | null } | { readonly changed: false };

export interface ApiOptions {
  readonly baseUrl: string;
  /** Asked before every request that needs a signed-in caller. */
  readonly token: () => Promise<string | null>;
  readonly send?: (request: Request) => Promise<Response>;
}

/** The contract's `explode: false`: one parameter, values separated by commas. */
const commaSeparated = { array: { style: 'form', explode: false } } as const;

/** The contract as methods. Each answers the document or throws `Problem` or `Unreachable`; aborted calls throw AbortError. */
export class RoomsApi {
  private readonly client: Client<paths>;

  constructor(options: ApiOptions) {
    const send = retrying(options.send ?? ((request) => fetch(request)));
    this.client = createClient<paths>({
      baseUrl: options.baseUrl,
      fetch: reporting(send),
      querySerializer: commaSeparated,
    });
    this.client.use(bearer(options.token));
  }

  async list(query: ListQuery, etag: string | null = null, signal?: AbortSignal): Promise<Reading<RoomPage>> {
    const { states, ...rest } = query;
    return reading(
      await this.client.GET('/v1/rooms', {
        params: { query: { ...rest, ...(states && { state: [...states] }) } },
        ...conditional(etag, signal),
      }),
    );
  }

  async get(id: string, etag: string | null = null, signal?: AbortSignal): Promise<Reading<Room>> {
    return reading(
      await this.client.GET('/v1/rooms/{id}', { params: { path: { id } }, ...conditional(etag, signal) }),
    );
  }

  /** `idempotencyKey` names the intent: a form that is sent again after a failure sends the same one. */
  async create(room: NewRoom, idempotencyKey: string): Promise<Room> {
    return document(
      await this.client.POST('/v1/rooms', {
        body: room,
        params: { header: { 'Idempotency-Key': idempotencyKey } },
      }),
    );
  }

  async update(id: string, change: RoomChange): Promise<Room> {
    return document(await this.client.PATCH('/v1/rooms/{id}', { params: { path: { id } }, body: change }));
  }

  async cancel(id: string): Promise<Room> {
    return document(await this.client.DELETE('/v1/rooms/{id}', { params: { path: { id } } }));
  }

  async issueKey(id: string, idempotencyKey: string): Promise<StreamKey> {
    return document(
      await this.client.POST('/v1/rooms/{id}/stream-key', { params: keyed(id, idempotencyKey) }),
    );
  }

  async end(id: string, idempotencyKey: string): Promise<Room> {
    return document(await this.client.POST('/v1/rooms/{id}/end', { params: keyed(id, idempotencyKey) }));
  }
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

function document<T>(answer: Answer<T>): T {
  if (answer.data === undefined) throw problemOf(answer.response, answer.error);
  return answer.data;
}

function reading<T>(answer: Answer<T>): Reading<T> {
  if (answer.response.status === 304) return { changed: false };
  return { changed: true, value: document(answer), etag: answer.response.headers.get('ETag') };
}

function conditional(etag: string | null, signal: AbortSignal | undefined) {
  return { ...(etag !== null && { headers: { 'If-None-Match': etag } }), ...(signal && { signal }) };
}

function keyed(id: string, idempotencyKey: string) {
  return { path: { id }, header: { 'Idempotency-Key': idempotencyKey } };
}

/** Public reads carry no token, so that a CDN answers them all alike. */
function bearer(token: () => Promise<string | null>): Middleware {
  return {
    async onRequest({ request }) {
      const value = request.method === 'GET' ? null : await token();
      if (value !== null) request.headers.set('Authorization', `Bearer ${value}`);
      return request;
    },
  };
}

function reporting(send: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await send(request);
    } catch (error) {
      if (request.signal.aborted) throw error;
      throw new Unreachable('the server was not reached', { cause: error });
    }
  };
}
