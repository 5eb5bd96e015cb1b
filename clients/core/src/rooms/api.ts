import type { Signal } from '../abort.ts';
import { Client, type Reading } from '../client.ts';
import type { paths } from '../generated/rooms/openapi.ts';
import type { Network } from '../network.ts';
import { keyed } from '../page.ts';
import type { NewRoom, Room, RoomChange, RoomKind, RoomPage, RoomState, StreamKey } from './rooms.ts';

export interface ListQuery {
  readonly states?: readonly RoomState[];
  readonly kind?: RoomKind;
  readonly tag?: string;
  readonly streamer?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** The contract of rooms as methods; what everybody may read carries no token. */
export class RoomsApi {
  private readonly open: Client<paths>;
  private readonly own: Client<paths>;

  constructor(network: Network) {
    this.open = new Client<paths>(network, false);
    this.own = new Client<paths>(network, true);
  }

  list(query: ListQuery, etag: string | null = null, signal?: Signal): Promise<Reading<RoomPage>> {
    const { states, ...rest } = query;
    return this.open.read('/v1/rooms', {
      query: { ...rest, ...(states && { state: [...states] }) },
      etag,
      signal,
    });
  }

  get(id: string, etag: string | null = null, signal?: Signal): Promise<Reading<Room>> {
    return this.open.read('/v1/rooms/{id}', { path: { id }, etag, signal });
  }

  /** `idempotencyKey` names the intent: a form that is sent again after a failure sends the same one. */
  create(body: NewRoom, idempotencyKey: string): Promise<Room> {
    return this.own.ask('post', '/v1/rooms', { body, ...keyed(idempotencyKey) });
  }

  update(id: string, body: RoomChange): Promise<Room> {
    return this.own.ask('patch', '/v1/rooms/{id}', { path: { id }, body });
  }

  cancel(id: string): Promise<Room> {
    return this.own.ask('delete', '/v1/rooms/{id}', { path: { id } });
  }

  issueKey(id: string, idempotencyKey: string): Promise<StreamKey> {
    return this.own.ask('post', '/v1/rooms/{id}/stream-key', { path: { id }, ...keyed(idempotencyKey) });
  }

  end(id: string, idempotencyKey: string): Promise<Room> {
    return this.own.ask('post', '/v1/rooms/{id}/end', { path: { id }, ...keyed(idempotencyKey) });
  }
}
