import { describe, expect, it } from 'vitest';
import { Problem, Unreachable } from '../src/index.ts';
import { RoomsApi } from '../src/rooms/index.ts';
import { aRoom, networkOver } from './fixtures.ts';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** An API over a server that gives these answers in order; what it was sent is kept. */
function api(...answers: (Response | Error)[]) {
  const sent: Request[] = [];
  const rooms = new RoomsApi(
    networkOver(async (request) => {
      const answer = answers[sent.length]!;
      sent.push(request);
      if (answer instanceof Error) throw answer;
      return answer;
    }),
  );
  return { rooms, sent };
}

describe('the typed API', () => {
  it('asks for states comma separated and sends no token with a public read', async () => {
    const { rooms, sent } = api(json(200, { items: [], nextCursor: null }));
    await rooms.list({ states: ['LIVE', 'INTERRUPTED'], tag: '毛衣', limit: 12 });
    const url = new URL(sent[0]!.url);
    expect(url.pathname).toBe('/v1/rooms');
    expect(url.searchParams.get('state')).toBe('LIVE,INTERRUPTED');
    expect(url.searchParams.get('tag')).toBe('毛衣');
    expect(sent[0]!.headers.has('Authorization')).toBe(false);
  });

  it('reads conditionally', async () => {
    const { rooms, sent } = api(json(200, aRoom(), { ETag: '"7"' }), new Response(null, { status: 304 }));
    expect(await rooms.get('x')).toMatchObject({ changed: true, etag: '"7"' });
    expect(await rooms.get('x', '"7"')).toEqual({ changed: false });
    expect(sent[1]!.headers.get('If-None-Match')).toBe('"7"');
  });

  it('repeats a keyed POST with the same key and body until it is answered', async () => {
    const { rooms, sent } = api(new TypeError('connection reset'), json(201, aRoom({ title: 'Kept' })));
    const room = await rooms.create({ title: 'Kept' }, 'key-1');
    expect(room.title).toBe('Kept');
    expect(sent.map((request) => request.headers.get('Idempotency-Key'))).toEqual(['key-1', 'key-1']);
    expect(await sent[1]!.json()).toEqual({ title: 'Kept' });
    expect(sent[1]!.headers.get('Authorization')).toBe('Bearer secret-token');
    expect(sent[1]!.url).not.toContain('secret-token');
  });

  it('sends a PATCH once only', async () => {
    const { rooms, sent } = api(new TypeError('connection reset'));
    await expect(rooms.update('x', { title: 'New' })).rejects.toBeInstanceOf(Unreachable);
    expect(sent).toHaveLength(1);
  });

  it('throws the problem document', async () => {
    const body = {
      type: '/problems/illegal-move',
      title: 'Illegal move',
      status: 409,
      detail: 'the room has ended',
    };
    const { rooms } = api(json(409, body, { 'Content-Type': 'application/problem+json' }));
    const failure = await rooms.end('x', 'key-2').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ status: 409, kind: 'illegal-move', detail: 'the room has ended' });
  });

  it('gives up when the server asks for a long pause', async () => {
    const { rooms, sent } = api(json(429, {}, { 'Retry-After': '60' }));
    await expect(rooms.get('x')).rejects.toMatchObject({ status: 429, retryAfterSeconds: 60 });
    expect(sent).toHaveLength(1);
  });
});
