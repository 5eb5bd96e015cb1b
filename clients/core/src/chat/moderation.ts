import createClient from 'openapi-fetch';
import type { paths } from '../generated/chat-api.ts';
import { problemOf, Unreachable } from '../problem.ts';
import type { ChatPolicy, NewSanction, Word } from './types.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Which page of a list: the `nextCursor` of the one before. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

/** Acts of those who keep order. Every failure is a `Problem` or `Unreachable`. */
export class ModerationApi {
  private readonly http;

  constructor(options: { readonly baseUrl: string; readonly token: () => Promise<string | null> }) {
    this.http = createClient<paths>({ baseUrl: options.baseUrl });
    this.http.use({
      async onRequest({ request }) {
        const token = await options.token();
        if (token !== null) request.headers.set('Authorization', `Bearer ${token}`);
        return request;
      },
      onError: ({ error }) => new Unreachable('the API was not reached', { cause: error }),
    });
  }

  deleteMessage(id: string, seq: number, reason: string) {
    const params = { path: { id, seq } };
    return done(this.http.POST('/v1/rooms/{id}/chat/messages/{seq}/delete', { params, body: { reason } }));
  }

  sanction(id: string, viewer: string, sanction: NewSanction) {
    const params = { path: { id, viewer } };
    return done(this.http.PUT('/v1/rooms/{id}/chat/sanctions/{viewer}', { params, body: sanction }));
  }

  lift(id: string, viewer: string) {
    return done(
      this.http.DELETE('/v1/rooms/{id}/chat/sanctions/{viewer}', { params: { path: { id, viewer } } }),
    );
  }

  sanctions(id: string, page: PageQuery = {}) {
    return done(this.http.GET('/v1/rooms/{id}/chat/sanctions', { params: { path: { id }, query: page } }));
  }

  appoint(id: string, viewer: string) {
    return done(
      this.http.PUT('/v1/rooms/{id}/chat/moderators/{viewer}', { params: { path: { id, viewer } } }),
    );
  }

  changePolicy(id: string, body: Partial<ChatPolicy>) {
    return done(this.http.PATCH('/v1/rooms/{id}/chat', { params: { path: { id } }, body }));
  }

  reviews(id: string, page: PageQuery = {}) {
    return done(this.http.GET('/v1/rooms/{id}/chat/reviews', { params: { path: { id }, query: page } }));
  }

  decide(id: string, review: string, decision: 'RELEASE' | 'REFUSE', reason: string) {
    const params = { path: { id, review } };
    const body = { decision, reason };
    return done(this.http.POST('/v1/rooms/{id}/chat/reviews/{review}/decision', { params, body }));
  }

  words(id: string, page: PageQuery = {}) {
    return done(this.http.GET('/v1/rooms/{id}/chat/words', { params: { path: { id }, query: page } }));
  }

  changeWords(id: string, change: { add?: Word[]; remove?: string[] }) {
    return done(this.http.POST('/v1/rooms/{id}/chat/words', { params: { path: { id } }, body: change }));
  }

  acts(id: string, page: PageQuery = {}) {
    return done(this.http.GET('/v1/rooms/{id}/chat/acts', { params: { path: { id }, query: page } }));
  }
}

async function done<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok) throw problemOf(response, error);
  return data as T;
}
