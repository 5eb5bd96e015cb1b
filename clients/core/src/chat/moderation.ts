import { Client } from '../client.ts';
import type { paths } from '../generated/chat/openapi.ts';
import type { Network } from '../network.ts';
import type { PageQuery } from '../page.ts';
import type { ChatPolicy, NewSanction, Review, Word } from './types.ts';

/** Acts of those who keep order. Every failure is a `Problem` or `Unreachable`. */
export class ModerationApi {
  private readonly client: Client<paths>;

  constructor(network: Network) {
    this.client = new Client<paths>(network, true);
  }

  deleteMessage(id: string, seq: number, reason: string) {
    const path = { id, seq };
    return this.client.ask('post', '/v1/rooms/{id}/chat/messages/{seq}/delete', { path, body: { reason } });
  }

  sanction(id: string, viewer: string, sanction: NewSanction) {
    const path = { id, viewer };
    return this.client.ask('put', '/v1/rooms/{id}/chat/sanctions/{viewer}', { path, body: sanction });
  }

  lift(id: string, viewer: string) {
    return this.client.ask('delete', '/v1/rooms/{id}/chat/sanctions/{viewer}', { path: { id, viewer } });
  }

  sanctions(id: string, page: PageQuery = {}) {
    return this.client.ask('get', '/v1/rooms/{id}/chat/sanctions', { path: { id }, query: page });
  }

  /** Who was appointed. Whoever may not ask is told so, which tells that their token is taken. */
  moderators(id: string) {
    return this.client.ask('get', '/v1/rooms/{id}/chat/moderators', { path: { id } });
  }

  messages(id: string, page: PageQuery = {}) {
    return this.client.ask('get', '/v1/rooms/{id}/chat/messages', { path: { id }, query: page });
  }

  appoint(id: string, viewer: string) {
    return this.client.ask('put', '/v1/rooms/{id}/chat/moderators/{viewer}', { path: { id, viewer } });
  }

  changePolicy(id: string, body: Partial<ChatPolicy>) {
    return this.client.ask('patch', '/v1/rooms/{id}/chat', { path: { id }, body });
  }

  reviews(id: string, page: PageQuery & { readonly state?: Review['state'] } = {}) {
    return this.client.ask('get', '/v1/rooms/{id}/chat/reviews', { path: { id }, query: page });
  }

  decide(id: string, review: string, decision: 'RELEASE' | 'REFUSE', reason: string) {
    const path = { id, review };
    const body = { decision, reason };
    return this.client.ask('post', '/v1/rooms/{id}/chat/reviews/{review}/decision', { path, body });
  }

  words(id: string, page: PageQuery = {}) {
    return this.client.ask('get', '/v1/rooms/{id}/chat/words', { path: { id }, query: page });
  }

  changeWords(id: string, change: { add?: Word[]; remove?: string[] }) {
    return this.client.ask('post', '/v1/rooms/{id}/chat/words', { path: { id }, body: change });
  }

  acts(id: string, page: PageQuery = {}) {
    return this.client.ask('get', '/v1/rooms/{id}/chat/acts', { path: { id }, query: page });
  }
}
